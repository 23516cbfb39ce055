package dev.portico.access.internal;

import dev.portico.access.AdminSettings;
import dev.portico.audit.Audit;
import dev.portico.kernel.Console;
import dev.portico.kernel.Reader;
import dev.portico.storage.PorticoSettings;
import java.security.SecureRandom;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Makes the account `admin` when there is no account at all. A password that was made up is shown once, on the
/// console and not in the log, and kept nowhere.
@Component
final class FirstAdmin implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);
    private static final String NAME = "admin";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountRows rows;
    private final Passwords passwords;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AdminSettings settings;
    private final String address;
    private final Consumer<String> console;

    @Autowired
    FirstAdmin(
            AccountRows rows,
            Passwords passwords,
            Audit audit,
            TransactionOperations transactions,
            JdbcClient jdbc,
            JsonMapper json,
            AdminSettings settings,
            PorticoSettings portal) {
        this(
                rows,
                passwords,
                audit,
                transactions,
                jdbc,
                json,
                settings,
                portal.baseUrl().toString(),
                Console::print);
    }

    FirstAdmin(
            AccountRows rows,
            Passwords passwords,
            Audit audit,
            TransactionOperations transactions,
            JdbcClient jdbc,
            JsonMapper json,
            AdminSettings settings,
            String address,
            Consumer<String> console) {
        this.rows = rows;
        this.passwords = passwords;
        this.audit = audit;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
        this.address = address;
        this.console = console;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (anyAccount()) {
            return;
        }
        boolean madeUp = settings.password().isEmpty();
        String password = madeUp ? madeUp() : settings.password();
        if (password.length() < Passwords.SHORTEST) {
            log.warn("PORTICO_ADMIN_PASSWORD is shorter than 12 characters; change the admin's password soon");
        }
        if (make(passwords.hash(password)) && madeUp) {
            console.accept(notice(password));
        }
    }

    /// @return whether it was this node, of several that start at once, that made the account
    private boolean make(String hash) {
        Account admin = Account.local(NAME, "Admin", null, Set.of(Roles.ADMIN), hash);
        try {
            transactions.executeWithoutResult(status -> {
                rows.save(admin);
                rows.flush();
                audit.record(Deed.CREATE_ACCOUNT.byItself(
                        Reader.system("start"), "account", NAME, null, json.writeValueAsString(admin.summary())));
            });
            return true;
        } catch (DataIntegrityViolationException e) {
            return false;
        }
    }

    private boolean anyAccount() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM access_account)")
                .query(Boolean.class)
                .single();
    }

    private String notice(String password) {
        return """

                ┌──────────────────────────────────────────────────────────────────────┐
                  This is the first start. Sign in at %s

                      name      %s
                      password  %s

                  The password is shown this once and kept nowhere: note it now.
                └──────────────────────────────────────────────────────────────────────┘
                """.formatted(address, NAME, password);
    }

    private static String madeUp() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
