package dev.portico.access.internal;

import dev.portico.access.SubjectNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Takes the names that accounts show.
@Service
final class StoredSubjectNames implements SubjectNames {

    private static final String ACCOUNT = "account:";
    private static final String SYSTEM = "system:";

    private final JdbcClient jdbc;

    StoredSubjectNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> of(Collection<String> subjects) {
        Set<String> accounts = new HashSet<>();
        subjects.forEach(subject -> accounts.add(account(subject)));
        accounts.remove("");
        Map<String, String> shown = new HashMap<>();
        if (!accounts.isEmpty()) {
            jdbc.sql("SELECT name, display_name FROM access_account WHERE name = ANY(?)")
                    .param(accounts.toArray(String[]::new))
                    .query(row -> {
                        shown.put(row.getString("name"), row.getString("display_name"));
                    });
        }
        Map<String, String> words = new HashMap<>();
        subjects.forEach(subject -> words.put(subject, words(subject, shown)));
        return words;
    }

    /// The words for somebody whose name to show is not known.
    static String plainly(String subject) {
        return words(subject, Map.of());
    }

    /// The account behind a subject; empty where there is none.
    private static String account(String subject) {
        if (subject.startsWith(ACCOUNT)) {
            return subject.substring(ACCOUNT.length());
        }
        int slash = subject.indexOf('/');
        return subject.startsWith(TokenReaders.SUBJECT) && slash > 0
                ? subject.substring(TokenReaders.SUBJECT.length(), slash)
                : "";
    }

    private static String words(String subject, Map<String, String> shown) {
        String account = account(subject);
        String name = shown.getOrDefault(account, account);
        if (subject.startsWith(ACCOUNT)) {
            return name;
        }
        if (subject.startsWith(TokenReaders.SUBJECT)) {
            return account.isEmpty()
                    ? "Service token " + subject.substring(TokenReaders.SUBJECT.length())
                    : name + ", by the token " + subject.substring(subject.indexOf('/') + 1);
        }
        if (subject.startsWith(SYSTEM)) {
            return switch (subject.substring(SYSTEM.length())) {
                case "seeds" -> "Sample data";
                case "break-glass" -> "Break-glass, on the host";
                default -> "Portico";
            };
        }
        return switch (subject) {
            case "anonymous" -> "Nobody signed in";
            case "leak-report" -> "A report of a leak";
            default -> subject;
        };
    }
}
