package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.access.Access;
import dev.portico.access.Permission;
import dev.portico.access.Rule;
import dev.portico.access.Scope;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RoleAccessTest {

    private static final Permission READ = new Permission("catalog.entity.read", "catalog-entity", "Read entities.");
    private static final Permission MANAGE = AccessPermissions.MANAGE_ACCOUNTS;

    private final Access access = new RoleAccess(new Roles());

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
        assertThat(access.decide(narrow, MANAGE).explanation())
                .containsExactly("The token of account:jane is not scoped for access.account.manage.");
        assertThat(access.scope(reader(Set.of(), "admin"), READ)).isEqualTo(new Scope.None());
    }

    @Test
    void a_refusal_names_the_permission_and_whom_to_ask() {
        assertThatThrownBy(() -> access.require(reader(null, "engineer"), MANAGE))
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
