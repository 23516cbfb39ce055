package dev.portico.access.internal;

import dev.portico.access.Role;
import dev.portico.audit.Audit;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Puts policy 1 in force where none ever was: the roles that a portal begins with.
@Component
final class FirstPolicy {

    private static final String FILE = "first-policy.json";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final TransactionOperations transactions;

    FirstPolicy(JdbcClient jdbc, Audit audit, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// The roles that a portal begins with.
    static List<Role> roles() {
        try (InputStream file = Objects.requireNonNull(FirstPolicy.class.getResourceAsStream(FILE), FILE)) {
            return PolicyDocument.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of several nodes that start at once, one does it.
    void seed() {
        if (!any()) {
            transactions.executeWithoutResult(status -> insert());
        }
    }

    private boolean any() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM access_policy)")
                .query(Boolean.class)
                .single();
    }

    private void insert() {
        Reader start = Reader.system("start");
        jdbc.sql("LOCK TABLE access_policy IN SHARE ROW EXCLUSIVE MODE").update();
        if (any()) {
            return;
        }
        int number = jdbc.sql("""
                        INSERT INTO access_policy
                            (version, note, document, created_by, changed_by, published_by, published_at)
                        VALUES (1, 'The roles that a portal begins with', :document::jsonb, :by, :by, :by, now())
                        RETURNING number
                        """)
                .param("document", PolicyDocument.write(roles()))
                .param("by", start.subject())
                .query(Integer.class)
                .single();
        jdbc.sql("INSERT INTO access_policy_force (number) VALUES (?)")
                .param(number)
                .update();
        audit.record(Change.done(
                start,
                AccessPermissions.PUBLISH_POLICY.name(),
                "policy",
                Integer.toString(number),
                null,
                "{\"number\":" + number + "}"));
    }
}
