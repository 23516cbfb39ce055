package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.access.Condition;
import dev.portico.access.Permission;
import dev.portico.access.Rule;
import dev.portico.access.Scope;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the roles allow that a portal begins with.
final class FirstPolicyTest {

    private static final Permission READ = new Permission("catalog.entity.read", "catalog-entity", "Read entities.");
    private static final Permission REMOVE = Permission.general("catalog.source.remove", "Remove sources.");
    private static final Permission AUDIT = Permission.general("audit.entry.read", "Read the audit trail.");
    private static final Permission MANAGE = AccessPermissions.MANAGE_ACCOUNTS;

    private final Evaluator access = TestPolicy.of(FirstPolicy.roles(), Map.of("payments", Set.of()));

    @Test
    void there_are_eight_roles_and_their_document_is_read_as_it_is_written() {
        assertThat(access.roles().names())
                .containsExactly(
                        "admin", "auditor", "engineer", "guest", "operator", "publisher", "space-admin", "team-lead");
        assertThat(PolicyDocument.read(PolicyDocument.write(FirstPolicy.roles())))
                .isEqualTo(FirstPolicy.roles());
    }

    @Test
    void an_admin_may_everything() {
        assertThat(access.decide(reader(null, "admin"), MANAGE).allowed()).isTrue();
        assertThat(access.scope(reader(null, "admin"), READ)).isEqualTo(new Scope.All());
    }

    @Test
    void an_engineer_reads_the_catalog_and_manages_nobody() {
        assertThat(access.scope(reader(null, "engineer"), READ)).isEqualTo(new Scope.All());
        assertThat(access.decide(reader(null, "engineer"), MANAGE).allowed()).isFalse();
    }

    @Test
    void an_auditor_reads_everything_and_changes_nothing() {
        assertThat(access.scope(reader(null, "auditor"), READ)).isEqualTo(new Scope.All());
        assertThat(access.decide(reader(null, "auditor"), AUDIT).allowed()).isTrue();
        assertThat(access.decide(reader(null, "auditor"), REMOVE).allowed()).isFalse();
    }

    @Test
    void a_team_lead_may_what_an_engineer_may() {
        assertThat(access.scope(reader(null, "team-lead"), READ)).isEqualTo(new Scope.All());
        assertThat(access.decide(reader(null, "team-lead"), READ).explanation())
                .contains("account:jane holds engineer (included in team-lead), team-lead (given to the account).")
                .contains("The role engineer, which team-lead includes, allows catalog.entity.read.");
    }

    @Test
    void a_guest_reads_what_is_public() {
        assertThat(access.scope(reader(null, "guest"), READ))
                .isEqualTo(new Scope.Where(new Rule.LabelHas("portico.dev/visibility", Set.of("public"))));
    }

    @Test
    void a_conditional_grant_does_not_suffice_where_there_is_no_thing() {
        assertThat(access.decide(reader(null, "guest"), READ).allowed()).isFalse();
    }

    @Test
    void nobody_may_nothing_and_neither_does_a_role_that_does_not_exist() {
        assertThat(access.scope(Reader.anonymous(), READ)).isEqualTo(new Scope.None());
        assertThat(access.scope(reader(null, "emperor"), READ)).isEqualTo(new Scope.None());
    }

    @Test
    void a_token_narrows_what_its_roles_allow() {
        Reader narrow = reader(Set.of("catalog.*"), "admin");

        assertThat(access.scope(narrow, READ)).isEqualTo(new Scope.All());
        assertThat(access.scope(narrow, MANAGE)).isEqualTo(new Scope.None());
        assertThat(access.decide(narrow, MANAGE).allowed()).isFalse();
        assertThat(access.decide(narrow, MANAGE).reasons().limits())
                .containsExactly("The token of account:jane is not scoped for access.account.manage.");
        assertThat(access.scope(reader(Set.of(), "admin"), READ)).isEqualTo(new Scope.None());
    }

    @Test
    void a_token_for_a_space_counts_for_what_belongs_to_it() {
        Reader inside = reader(null, "admin").within("payments");

        assertThat(access.scope(inside, READ)).isEqualTo(new Scope.Where(new Rule.SpaceIs("payments", Set.of())));
        assertThat(access.decide(inside, MANAGE).allowed()).isFalse();
        assertThat(access.scope(reader(null, "admin").within("gone"), READ))
                .isEqualTo(new Scope.Where(new Condition.AnyOf(java.util.List.of())));
    }

    @Test
    void a_refusal_names_the_permission_and_whom_to_ask() {
        assertThatThrownBy(() -> access.decide(reader(null, "engineer"), MANAGE).require(reader(null, "engineer")))
                .isInstanceOfSatisfying(Refusal.Forbidden.class, refusal -> {
                    assertThat(refusal.permission()).isEqualTo("access.account.manage");
                    assertThat(refusal.reason())
                            .isEqualTo("Jane lacks the permission access.account.manage. Ask an admin for a role that"
                                    + " grants it.");
                });
    }

    private static Reader reader(@Nullable Set<String> scopes, String... roles) {
        return new Reader("account:jane", UUID.randomUUID(), "Jane", null, Set.of(), Set.of(roles), scopes);
    }
}
