package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.audit.Audit;
import dev.portico.audit.AuditEntry;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.storage.DatabaseAway;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

@PorticoTest
final class AccountsTest {

    private static final Reader ENGINEER =
            new Reader("account:eve", UUID.randomUUID(), "Eve", null, Set.of(), Set.of(Roles.ENGINEER), null);

    @Autowired
    private Accounts accounts;

    @Autowired
    private LocalSignIn signIn;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_new_account_is_listed_and_audited_and_its_password_is_nowhere() {
        AccountSummary made = TestAccounts.make(accounts, Roles.ENGINEER);

        assertThat(accounts.account(TestAccounts.ADMIN, made.id())).isEqualTo(made);
        assertThat(accounts.list(TestAccounts.ADMIN, "", 500)).contains(made);
        List<AuditEntry> trail = audit.recent("account", made.name(), 10);
        assertThat(trail).hasSize(1);
        assertThat(trail.getFirst().toString()).contains(made.name()).doesNotContain(TestAccounts.PASSWORD, "argon2");
        assertThat(jdbc.sql("SELECT password_hash FROM access_account WHERE id = ?")
                        .param(made.id())
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$");
    }

    @Test
    void a_name_is_given_once() {
        AccountSummary made = TestAccounts.make(accounts);

        assertThatThrownBy(() -> accounts.create(
                        TestAccounts.ADMIN, new NewAccount(made.name(), "", null, Set.of(), TestAccounts.PASSWORD)))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining(made.name());
    }

    @Test
    void an_unknown_role_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> TestAccounts.make(accounts, "emperor"))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContaining("there are admin, auditor, engineer, guest,");
    }

    @Test
    void whoever_lacks_the_permission_changes_nothing_and_the_attempt_is_audited() {
        AccountSummary made = TestAccounts.make(accounts, Roles.GUEST);
        List<Callable<Object>> attempts = List.of(
                () -> accounts.list(ENGINEER, "", 10),
                () -> accounts.account(ENGINEER, made.id()),
                () -> accounts.create(
                        ENGINEER, new NewAccount("never-made", "", null, Set.of(), TestAccounts.PASSWORD)),
                () -> accounts.change(ENGINEER, made.id(), AccountEdit.enabled(false)),
                () -> {
                    accounts.resetPassword(ENGINEER, made.id(), "another plain password");
                    return "done";
                },
                () -> {
                    accounts.signOutEverywhere(ENGINEER, made.id());
                    return "done";
                });

        assertThat(attempts).allSatisfy(attempt -> assertThatThrownBy(attempt::call)
                .isInstanceOfSatisfying(Refusal.Forbidden.class, refusal -> assertThat(refusal.permission())
                        .isEqualTo("access.account.manage")));
        assertThat(accounts.account(TestAccounts.ADMIN, made.id())).isEqualTo(made);
        assertThat(audit.recent("account", "never-made", 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.refused()).isTrue());
    }

    @Test
    void nobody_gives_a_role_that_allows_more_than_they_hold_nor_acts_on_one_who_has_it() {
        AccountSummary admin = TestAccounts.make(accounts, Roles.ADMIN);
        AccountSummary plain = TestAccounts.make(accounts);
        Reader narrow = new Reader(
                "token:accounts",
                null,
                "accounts",
                null,
                Set.of(),
                Set.of(Roles.ADMIN),
                Set.of("access.account.manage"));

        assertThatThrownBy(() -> accounts.change(narrow, plain.id(), AccountEdit.roles(Set.of(Roles.ADMIN))))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("holds less than the role admin");
        assertThatThrownBy(() -> accounts.resetPassword(narrow, admin.id(), "another plain password"))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> accounts.change(narrow, admin.id(), AccountEdit.enabled(false)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(accounts.change(narrow, plain.id(), AccountEdit.enabled(false))
                        .enabled())
                .isFalse();
    }

    @Test
    void one_enabled_admin_remains_although_fifty_people_remove_them_all_at_once() throws Exception {
        List<AccountSummary> before = admins();
        List<AccountSummary> more = List.of(
                TestAccounts.make(accounts, Roles.ADMIN),
                TestAccounts.make(accounts, Roles.ADMIN),
                TestAccounts.make(accounts, Roles.ADMIN));
        before.forEach(admin -> accounts.change(TestAccounts.ADMIN, admin.id(), AccountEdit.enabled(false)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> removals = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                UUID id = more.get(i % more.size()).id();
                AccountEdit edit = i % 2 == 0 ? AccountEdit.enabled(false) : AccountEdit.roles(Set.of(Roles.ENGINEER));
                removals.add(threads.submit(() -> accounts.change(TestAccounts.ADMIN, id, edit)));
            }
            for (Future<?> removal : removals) {
                try {
                    removal.get();
                } catch (ExecutionException refused) {
                    // The last admin, or a pool of connections that fifty people have used up.
                    assertThat(refused.getCause() instanceof Refusal
                                    || DatabaseAway.refusal(refused).isPresent())
                            .as(refused.toString())
                            .isTrue();
                }
            }

            assertThat(admins()).hasSize(1);
            AccountSummary last = admins().getFirst();
            assertThatThrownBy(() -> accounts.change(TestAccounts.ADMIN, last.id(), AccountEdit.enabled(false)))
                    .isInstanceOfSatisfying(Refusal.Conflict.class, refusal -> assertThat(refusal.code())
                            .isEqualTo("last-admin"));
        } finally {
            before.forEach(admin -> accounts.change(TestAccounts.ADMIN, admin.id(), AccountEdit.enabled(true)));
        }
    }

    @Test
    void ones_own_password_changes_with_the_present_one_only() {
        AccountSummary made = TestAccounts.make(accounts, Roles.ENGINEER);
        Reader own =
                new Reader("account:" + made.name(), made.id(), "Own", null, Set.of(), Set.of(Roles.ENGINEER), null);

        assertThatThrownBy(() -> accounts.changeOwnPassword(own, "wrong", "another plain password"))
                .isInstanceOf(Refusal.InvalidInput.class);
        accounts.changeOwnPassword(own, TestAccounts.PASSWORD, "another plain password");
        assertThatThrownBy(() -> accounts.changeOwnPassword(own, TestAccounts.PASSWORD, "a third plain password"))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void guessing_ones_own_password_is_stopped() {
        AccountSummary made = TestAccounts.make(accounts);
        Reader own = new Reader("account:" + made.name(), made.id(), "Own", null, Set.of(), Set.of(), null);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> accounts.changeOwnPassword(own, "wrong", "another plain password"))
                    .isInstanceOf(Refusal.InvalidInput.class);
        }

        assertThatThrownBy(() -> accounts.changeOwnPassword(own, TestAccounts.PASSWORD, "another plain password"))
                .isInstanceOf(Refusal.TooMany.class);
    }

    @Test
    void whoever_guesses_their_own_password_stops_nobody_else_and_not_their_own_sign_in() {
        AccountSummary guesser = TestAccounts.make(accounts);
        Reader own = reader(guesser, null);
        for (int i = 0; i < 120; i++) {
            assertThatThrownBy(() -> accounts.changeOwnPassword(own, "wrong", "another plain password"))
                    .isInstanceOf(Refusal.class);
        }

        AccountSummary other = TestAccounts.make(accounts);
        accounts.changeOwnPassword(reader(other, null), TestAccounts.PASSWORD, "another plain password");
        assertThat(signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(
                                guesser.name(), TestAccounts.PASSWORD))
                        .isAuthenticated())
                .isTrue();
    }

    @Test
    void a_token_with_scopes_touches_its_own_account_only_where_they_say_so() {
        AccountSummary made = TestAccounts.make(accounts);
        Reader narrow = reader(made, Set.of("catalog.entity.read"));
        List<Callable<Object>> attempts = List.of(
                () -> accounts.account(narrow, made.id()),
                () -> {
                    accounts.changeOwnPassword(narrow, TestAccounts.PASSWORD, "another plain password");
                    return "done";
                },
                () -> {
                    accounts.signOutEverywhere(narrow, made.id());
                    return "done";
                });

        assertThat(attempts).allSatisfy(attempt -> assertThatThrownBy(attempt::call)
                .isInstanceOfSatisfying(Refusal.Forbidden.class, refusal -> assertThat(refusal.permission())
                        .isEqualTo("access.account.own")));
        Reader fit = reader(made, Set.of("access.account.own"));
        assertThat(accounts.account(fit, made.id())).isEqualTo(made);
        accounts.signOutEverywhere(fit, made.id());
        accounts.changeOwnPassword(fit, TestAccounts.PASSWORD, "another plain password");
    }

    @Test
    void who_may_not_sign_others_out_learns_no_id_and_nobody_signs_a_mightier_one_out() {
        AccountSummary admin = TestAccounts.make(accounts, Roles.ADMIN);
        Reader narrow =
                new Reader("token:x", null, "x", null, Set.of(), Set.of(Roles.ADMIN), Set.of("access.account.manage"));

        assertThatThrownBy(() -> accounts.signOutEverywhere(ENGINEER, UUID.randomUUID()))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> accounts.signOutEverywhere(narrow, admin.id()))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("holds less than the role admin");
    }

    @Test
    void a_refused_question_leaves_no_row_and_a_refused_change_does() {
        AccountSummary made = TestAccounts.make(accounts);
        Reader asker =
                new Reader("account:asker-" + made.name(), UUID.randomUUID(), "Asker", null, Set.of(), Set.of(), null);

        assertThatThrownBy(() -> accounts.list(asker, "", 10)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> accounts.account(asker, made.id())).isInstanceOf(Refusal.Forbidden.class);
        assertThat(rowsOf(asker)).isZero();
        assertThatThrownBy(() -> accounts.change(asker, made.id(), AccountEdit.enabled(false)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(rowsOf(asker)).isEqualTo(1);
    }

    private long rowsOf(Reader actor) {
        return jdbc.sql("SELECT count(*) FROM audit_entry WHERE actor = ?")
                .param(actor.subject())
                .query(Long.class)
                .single();
    }

    private static Reader reader(AccountSummary account, @Nullable Set<String> scopes) {
        return new Reader("account:" + account.name(), account.id(), "Own", null, Set.of(), account.roles(), scopes);
    }

    private List<AccountSummary> admins() {
        return accounts.list(TestAccounts.ADMIN, "", 500).stream()
                .filter(account -> account.enabled() && account.roles().contains(Roles.ADMIN))
                .toList();
    }
}
