package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.SessionSummary;
import dev.portico.access.Sessions;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PorticoTest
final class SessionsTest {

    private static final String OWN = "/api/portico/me";
    private static final Duration SOON = Duration.ofSeconds(3);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sessions sessions;

    private AccountSummary account;
    private Reader reader;

    @BeforeEach
    void account() {
        account = TestAccounts.make(accounts, Roles.ENGINEER);
        reader = reader(account);
    }

    @Test
    void a_session_is_listed_until_its_owner_signs_out() throws Exception {
        TestPortal first = signedIn();
        signedIn();
        assertThat(sessions.own(reader)).hasSize(2).allSatisfy(session -> {
            assertThat(session.address()).isNotEmpty();
            assertThat(session.agent()).startsWith("Java");
            assertThat(session.current()).isFalse();
        });

        first.post("/logout", Map.of("_csrf", first.csrfToken()));
        assertThat(sessions.own(reader)).hasSize(1);
    }

    @Test
    void ending_one_session_leaves_the_others() throws Exception {
        TestPortal first = signedIn();
        SessionSummary begun = sessions.own(reader).getFirst();
        TestPortal second = signedIn();
        sessions.end(reader, begun.id());

        assertThat(sessions.own(reader)).hasSize(1).doesNotContain(begun);
        Eventually.passes(SOON, () -> assertThat(first.get(OWN).statusCode()).isEqualTo(401));
        assertThat(second.get(OWN).statusCode()).isEqualTo(200);
    }

    @Test
    void ending_a_session_that_has_ended_does_nothing() throws Exception {
        TestPortal first = signedIn();
        SessionSummary begun = sessions.own(reader).getFirst();
        sessions.end(reader, begun.id());
        sessions.end(reader, begun.id());

        Eventually.passes(SOON, () -> assertThat(first.get(OWN).statusCode()).isEqualTo(401));
        sessions.end(reader, begun.id());
        assertThat(sessions.own(reader)).isEmpty();
    }

    @Test
    void signing_in_once_more_begins_another_session_in_place_of_the_former() throws Exception {
        TestPortal portal = signedIn();
        SessionSummary former = sessions.own(reader).getFirst();
        signIn(portal, account);
        SessionSummary latter = sessions.own(reader).getFirst();
        assertThat(sessions.own(reader)).hasSize(1).doesNotContain(former);

        AccountSummary another = TestAccounts.make(accounts, Roles.ENGINEER);
        signIn(portal, another);
        assertThat(sessions.own(reader)).isEmpty();
        List<SessionSummary> others = sessions.own(reader(another));
        assertThat(others).hasSize(1).doesNotContain(latter);

        sessions.end(reader(another), others.getFirst().id());
        Eventually.passes(SOON, () -> assertThat(portal.get(OWN).statusCode()).isEqualTo(401));
    }

    @Test
    void signing_out_everywhere_ends_all_of_them() throws Exception {
        TestPortal first = signedIn();
        accounts.signOutEverywhere(reader, account.id());

        assertThat(sessions.own(reader)).isEmpty();
        Eventually.passes(SOON, () -> assertThat(first.get(OWN).statusCode()).isEqualTo(401));
    }

    @Test
    void whoever_manages_accounts_and_holds_as_much_sees_and_ends_the_sessions_of_others() throws Exception {
        TestPortal first = signedIn();
        SessionSummary begun = sessions.of(TestAccounts.ADMIN, account.id()).getFirst();
        Reader manager = new Reader(
                "account:manager",
                UUID.randomUUID(),
                "Manager",
                null,
                Set.of(),
                Set.of(Roles.ADMIN),
                Set.of("access.account.manage"));
        assertThat(sessions.of(manager, account.id())).hasSize(1);
        assertThatThrownBy(() -> sessions.end(manager, account.id(), begun.id()))
                .isInstanceOf(Refusal.Forbidden.class);

        sessions.end(TestAccounts.ADMIN, account.id(), begun.id());

        assertThat(sessions.of(TestAccounts.ADMIN, account.id())).isEmpty();
        Eventually.passes(SOON, () -> assertThat(first.get(OWN).statusCode()).isEqualTo(401));
    }

    @Test
    void nobody_sees_or_ends_the_session_of_another() throws Exception {
        TestPortal first = signedIn();
        SessionSummary begun = sessions.own(reader).getFirst();
        Reader other = reader(TestAccounts.make(accounts, Roles.ENGINEER));

        assertThat(sessions.own(other)).isEmpty();
        sessions.end(other, begun.id());
        assertThat(sessions.own(reader)).contains(begun);
        Reader narrow = new Reader(
                reader.subject(),
                reader.account(),
                "ci",
                null,
                Set.of(),
                reader.roles(),
                Set.of("catalog.entity.read"));
        assertThatThrownBy(() -> sessions.own(narrow)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> sessions.end(narrow, begun.id())).isInstanceOf(Refusal.Forbidden.class);
        assertThat(first.get(OWN).statusCode()).isEqualTo(200);
        assertThat(sessions.own(Reader.anonymous())).isEqualTo(List.of());
    }

    private TestPortal signedIn() throws Exception {
        TestPortal portal = TestPortal.of(context);
        signIn(portal, account);
        return portal;
    }

    private static void signIn(TestPortal portal, AccountSummary account) throws Exception {
        portal.signIn(account.name(), TestAccounts.PASSWORD);
        assertThat(portal.get(OWN).statusCode()).isEqualTo(200);
    }

    private static Reader reader(AccountSummary account) {
        return new Reader(
                "account:" + account.name(), account.id(), account.name(), null, Set.of(), account.roles(), null);
    }
}
