package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.access.AdminSettings;
import dev.portico.audit.Audit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@PorticoTest
@ExtendWith(OutputCaptureExtension.class)
final class FirstAdminTest {

    @Autowired
    private AccountRows rows;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    private final List<String> console = new ArrayList<>();

    @Test
    void the_first_start_makes_an_admin_and_shows_the_password_once_and_not_in_the_log(CapturedOutput log) {
        withoutAccounts(() -> {
            FirstAdmin first = first("");

            first.run(new DefaultApplicationArguments());
            first.run(new DefaultApplicationArguments());

            assertThat(console).hasSize(1);
            String password = password();
            assertThat(console.getFirst()).contains("http://portal", "admin");
            assertThat(password).hasSizeGreaterThanOrEqualTo(20);
            assertThat(log.getAll()).doesNotContain(password);
            Account admin = rows.findByName("admin").orElseThrow();
            assertThat(admin.roles()).containsExactly("admin");
            assertThat(passwords.matches(password, admin.passwordHash())).isTrue();
        });
    }

    @Test
    void a_password_that_was_set_is_taken_and_shown_nowhere(CapturedOutput log) {
        withoutAccounts(() -> {
            first("canary-password-of-the-operator").run(new DefaultApplicationArguments());

            assertThat(console).isEmpty();
            assertThat(log.getAll()).doesNotContain("canary");
            assertThat(passwords.matches(
                            "canary-password-of-the-operator",
                            rows.findByName("admin").flatMap(Account::passwordHash)))
                    .isTrue();
        });
    }

    @Test
    void a_portal_with_accounts_gets_no_further_admin() {
        String before = jdbc.sql("SELECT password_hash FROM access_account WHERE name = 'admin'")
                .query(String.class)
                .single();

        first("another password of the operator").run(new DefaultApplicationArguments());

        assertThat(rows.findByName("admin").flatMap(Account::passwordHash)).isEqualTo(Optional.of(before));
    }

    private String password() {
        String notice = console.getFirst();
        String line = notice.lines()
                .filter(text -> text.contains("password  "))
                .findFirst()
                .orElseThrow();
        return line.substring(line.indexOf("password  ") + "password  ".length())
                .strip();
    }

    private FirstAdmin first(String password) {
        return new FirstAdmin(
                rows,
                passwords,
                audit,
                transactions,
                jdbc,
                json,
                new AdminSettings(password, ""),
                "http://portal",
                console::add);
    }

    private void withoutAccounts(Runnable test) {
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("DELETE FROM access_token").update();
            jdbc.sql("DELETE FROM access_account").update();
            test.run();
        });
    }
}
