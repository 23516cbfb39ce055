package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.NewAccount;
import dev.portico.access.People;
import dev.portico.access.PeopleQuery;
import dev.portico.access.Person;
import dev.portico.access.Sessions;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PorticoTest
final class PeopleTest {

    private static final Reader ENGINEER =
            new Reader("account:eve", UUID.randomUUID(), "Eve", null, Set.of(), Set.of(Roles.ENGINEER), null);

    @Autowired
    private People people;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sessions sessions;

    private String mark = "";
    private AccountSummary ann = blank();
    private AccountSummary bob = blank();

    @BeforeEach
    void accounts() {
        String random = Ids.next().toString();
        mark = random.substring(random.length() - 8);
        ann = make("ann-" + mark, "Ann Ember", mark + "@Mail.example.com", Roles.ENGINEER);
        bob = make("bob-" + mark, "Bob " + mark.toUpperCase(Locale.ROOT), null, Roles.GUEST);
    }

    @AfterEach
    void remove() {
        accounts.remove(TestAccounts.ADMIN, ann.id());
        accounts.remove(TestAccounts.ADMIN, bob.id());
    }

    @Test
    void they_are_found_by_account_shown_name_and_mail_whatever_the_case() {
        assertThat(found(query("ANN-" + mark))).containsExactly(ann.name());
        assertThat(found(query("bob " + mark))).containsExactly(bob.name());
        assertThat(found(query(mark + "@mail"))).containsExactly(ann.name());
        assertThat(found(query(mark))).containsExactly(ann.name(), bob.name());
        assertThat(people.count(TestAccounts.ADMIN, query(mark))).isEqualTo(2);
    }

    @Test
    void a_page_follows_the_other_without_gaps() {
        assertThat(people.find(TestAccounts.ADMIN, query(mark), 0, 1))
                .extracting(person -> person.account().name())
                .containsExactly(ann.name());
        assertThat(people.find(TestAccounts.ADMIN, query(mark), 1, 1))
                .extracting(person -> person.account().name())
                .containsExactly(bob.name());
    }

    @Test
    void state_sign_in_and_role_narrow_them() {
        accounts.change(TestAccounts.ADMIN, bob.id(), AccountEdit.enabled(false));

        assertThat(found(new PeopleQuery(mark, true, null, ""))).containsExactly(ann.name());
        assertThat(found(new PeopleQuery(mark, false, null, ""))).containsExactly(bob.name());
        assertThat(found(new PeopleQuery(mark, null, false, ""))).isEmpty();
        assertThat(found(new PeopleQuery(mark, null, true, ""))).hasSize(2);
        assertThat(found(new PeopleQuery(mark, null, null, Roles.ENGINEER))).containsExactly(ann.name());
        assertThat(found(new PeopleQuery(mark, null, null, Roles.GUEST))).contains(bob.name());
        assertThat(found(new PeopleQuery(mark, null, null, "emperor"))).isEmpty();
    }

    @Test
    void one_has_the_roles_they_hold_and_by_what() {
        Person person = people.person(TestAccounts.ADMIN, ann.name());

        assertThat(person.account()).isEqualTo(ann);
        assertThat(person.roles()).extracting(HeldRole::role).contains(Roles.ENGINEER);
        assertThatThrownBy(() -> people.person(TestAccounts.ADMIN, "nobody-" + mark))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void whoever_may_not_manage_accounts_learns_of_none() {
        assertThatThrownBy(() -> people.find(ENGINEER, PeopleQuery.ALL, 0, 10)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> people.count(ENGINEER, PeopleQuery.ALL)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> people.person(ENGINEER, ann.name())).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> people.roles(ENGINEER)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> sessions.of(ENGINEER, ann.id())).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> sessions.end(ENGINEER, ann.id(), UUID.randomUUID()))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    private PeopleQuery query(String text) {
        return new PeopleQuery(text, null, null, "");
    }

    private List<String> found(PeopleQuery query) {
        return people.find(TestAccounts.ADMIN, query, 0, 10).stream()
                .map(person -> person.account().name())
                .toList();
    }

    private AccountSummary make(String name, String shown, @Nullable String mail, String role) {
        return accounts.create(
                TestAccounts.ADMIN, new NewAccount(name, shown, mail, Set.of(role), TestAccounts.PASSWORD));
    }

    private static AccountSummary blank() {
        return new AccountSummary(UUID.randomUUID(), "", "", null, null, Set.of(), true, Instant.EPOCH, null);
    }
}
