package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Grant;
import dev.portico.access.NewAccount;
import dev.portico.access.NewToken;
import dev.portico.access.PasswordResets;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whoever looks after accounts and tokens comes to no right by those who hold it
/// as members of a role: by their name or by their groups.
@PorticoTest
final class MembersTest {

    private static final Reader ADMIN = TestAccounts.ADMIN;
    private static final Reader KEEPER =
            new Reader("account:keeper", UUID.randomUUID(), "Keeper", null, Set.of(), Set.of("members-keeper"), null);

    private final String person = "members-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private PasswordResets resets;

    @Autowired
    private Policies policies;

    @Autowired
    private PolicyInForce inForce;

    @Autowired
    private Sources sources;

    private int before;

    @BeforeEach
    void publish() {
        String user = """
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: %s}
                spec: {memberOf: []}
                """.formatted(person);
        sources.push(person, List.of(new DescriptorUpload("a.yaml", user.getBytes(StandardCharsets.UTF_8))), ADMIN);
        before = policies.inForce(ADMIN).number();
        PolicySummary draft = policies.draft(ADMIN, null, "Members");
        draft = put(
                draft,
                new Role(
                        "members-keeper",
                        "Looks after accounts and tokens.",
                        Set.of(),
                        null,
                        List.of(),
                        List.of(Grant.allow("access.account.manage"), Grant.allow("access.token.manage"))));
        draft = put(
                draft,
                new Role(
                        "members-mighty",
                        "Looks after secrets.",
                        Set.of(),
                        null,
                        List.of(
                                new RoleMember(RoleMember.Kind.USER, "user:default/" + person, null),
                                new RoleMember(RoleMember.Kind.ACCOUNT, person + "-named", null),
                                new RoleMember(RoleMember.Kind.TOKEN, person, null)),
                        List.of(Grant.allow("secrets.secret.manage"))));
        policies.publish(ADMIN, draft.number(), draft.version(), before);
    }

    @AfterEach
    void restore() {
        restorePolicy();
        sources.remove(person, ADMIN);
    }

    @Test
    void an_account_that_would_be_somebody_mightier_is_neither_made_nor_taken_over() {
        assertHoldsLess(() -> make(KEEPER, person));
        assertHoldsLess(() -> make(KEEPER, person + "-named"));
        AccountSummary account = make(ADMIN, person);

        assertHoldsLess(() -> accounts.resetPassword(KEEPER, account.id(), "another plain password"));
        assertHoldsLess(() -> resets.make(KEEPER, account.id()));
        assertHoldsLess(() -> accounts.change(KEEPER, account.id(), AccountEdit.enabled(false)));
        assertHoldsLess(() -> accounts.signOutEverywhere(KEEPER, account.id()));
        assertHoldsLess(() -> accounts.remove(KEEPER, account.id()));

        accounts.remove(KEEPER, make(KEEPER, person + "-other").id());
        accounts.remove(ADMIN, account.id());
    }

    @Test
    void a_token_of_a_name_that_holds_more_is_neither_made_nor_rotated() {
        assertHoldsLess(() -> token(KEEPER, person));
        NewToken made = token(ADMIN, person);
        tokens.revoke(ADMIN, made.token().id());

        tokens.revoke(KEEPER, token(KEEPER, person + "-other").token().id());
    }

    @Test
    void who_holds_a_role_that_is_no_more_can_still_be_changed() {
        AccountSummary account = accounts.create(
                ADMIN, new NewAccount(person + "-late", "Late", null, Set.of("members-mighty"), TestAccounts.PASSWORD));
        restorePolicy();

        assertThat(accounts.change(ADMIN, account.id(), AccountEdit.enabled(false))
                        .enabled())
                .isFalse();
        accounts.remove(ADMIN, account.id());
    }

    private AccountSummary make(Reader reader, String name) {
        return accounts.create(reader, new NewAccount(name, "Member", null, Set.of(), TestAccounts.PASSWORD));
    }

    private NewToken token(Reader reader, String name) {
        return tokens.create(reader, TokenRequest.service(name, Set.of("members-keeper"), null));
    }

    private PolicySummary put(PolicySummary draft, Role role) {
        return policies.put(ADMIN, draft.number(), draft.version(), role);
    }

    private void restorePolicy() {
        inForce.forget();
        int now = policies.inForce(ADMIN).number();
        if (now != before) {
            int version = policies.policy(ADMIN, before).summary().version();
            policies.publish(ADMIN, before, version, now);
        }
    }

    private static void assertHoldsLess(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("holds less than the role members-mighty");
    }
}
