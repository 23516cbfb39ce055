package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import dev.portico.access.Access;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Policies;
import dev.portico.audit.Audit;
import dev.portico.audit.AuditEntry;
import dev.portico.kernel.Reader;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorticoTest
final class BreakGlassTest {

    @Autowired
    private DataSource source;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountRows rows;

    @Autowired
    private Access access;

    @Autowired
    private Policies policies;

    @Autowired
    private PolicyInForce inForce;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    @Test
    void an_account_that_was_shut_out_is_an_admin_with_a_new_password() throws Exception {
        AccountSummary shut = TestAccounts.make(accounts, Roles.ENGINEER);
        accounts.change(TestAccounts.ADMIN, shut.id(), AccountEdit.enabled(false));

        String said = BreakGlass.on(source).letIn(shut.name());
        String password = said.substring(said.lastIndexOf(' ') + 1);

        assertThat(accounts.account(TestAccounts.ADMIN, shut.id()).roles())
                .isEqualTo(Set.of(Roles.ADMIN, Roles.ENGINEER));
        TestPortal browser = TestPortal.of(context);
        browser.signIn(shut.name(), password);
        assertThat(browser.get("/api/portico/me").body()).contains("\"admin\"");
        AuditEntry row = audit.recent("account", shut.name(), 1).getFirst();
        assertThat(row.actor()).isEqualTo("system:break-glass");
        assertThat(row.after()).doesNotContain(password);
        accounts.remove(TestAccounts.ADMIN, shut.id());
    }

    @Test
    void an_account_that_is_not_there_is_made() {
        assertThat(BreakGlass.on(source).letIn("glass-maker")).contains("Made the account glass-maker an admin");

        Account made = rows.findByName("glass-maker").orElseThrow();
        assertThat(made.isWorkingAdmin()).isTrue();
        accounts.remove(TestAccounts.ADMIN, made.id());
    }

    @Test
    void a_policy_that_cannot_be_read_is_replaced() {
        int before = policies.inForce(TestAccounts.ADMIN).number();
        jdbc.sql("""
                        INSERT INTO access_policy (version, note, document, created_by, changed_by, published_by,
                            published_at)
                        VALUES (1, 'broken', '{"roles":[{}]}', 't', 't', 't', now())
                        """).update();
        try {
            jdbc.sql("UPDATE access_policy_force SET number = (SELECT max(number) FROM access_policy)")
                    .update();
            assertThat(BreakGlass.on(source).letIn("glass-mender")).contains("could not be read");
            inForce.forget();
            assertThat(access.decide(Reader.system("test"), AccessPermissions.MANAGE_ACCOUNTS)
                            .allowed())
                    .isTrue();
            accounts.remove(
                    TestAccounts.ADMIN,
                    rows.findByName("glass-mender").orElseThrow().id());
        } finally {
            jdbc.sql("UPDATE access_policy_force SET number = ?").param(before).update();
            inForce.forget();
        }
    }
}
