package dev.portico.access.ui.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Grant;
import dev.portico.access.NewAccount;
import dev.portico.access.Permissions;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.RoleMember.Kind;
import dev.portico.catalog.Sources;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the address of the page of roles brings back, and what those are called who hold a role.
final class RolesAddressTest extends ScreenTest {

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private Policies policies;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Permissions permissions;

    @Autowired
    private Sources sources;

    private AccountSummary account;
    private int draft;

    @BeforeEach
    void draft() {
        account = accounts.create(
                ADMIN,
                new NewAccount("with-" + tag, "Jane of " + tag, null, Set.of("engineer"), "four plain words here"));
        upload("names-" + tag, """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: crew-%1$s, title: Night crew}
                spec: {type: team, children: []}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: with-%1$s}
                spec: {memberOf: [crew-%1$s], profile: {displayName: Jane of the catalog}}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: without-%1$s}
                spec: {memberOf: [crew-%1$s], profile: {displayName: Piet of the catalog}}
                """.formatted(tag));
        PolicySummary begun = policies.draft(ADMIN, null, "Names");
        draft = begun.number();
        policies.put(
                ADMIN,
                draft,
                begun.version(),
                new Role(
                        "names-" + tag,
                        "",
                        Set.of(),
                        null,
                        List.of(
                                new RoleMember(Kind.GROUP, "group:default/crew-" + tag, null),
                                new RoleMember(Kind.USER, "user:default/with-" + tag, null),
                                new RoleMember(Kind.USER, "user:default/without-" + tag, null),
                                new RoleMember(Kind.ACCOUNT, account.name(), null)),
                        List.of(Grant.allow("catalog.entity.read"))));
    }

    @AfterEach
    void gone() {
        policies.discard(ADMIN, draft, policies.policy(ADMIN, draft).summary().version());
        accounts.remove(ADMIN, account.id());
        sources.remove("names-" + tag, ADMIN);
    }

    @Test
    void on_a_phone_an_address_of_a_case_leads_past_the_list_and_back_to_it() {
        assertThat(open("access").getElement().getClassList()).doesNotContain("chosen");
        Component view = open("access?who=account:" + account.name() + "&may=catalog.entity.read");

        assertThat(view.getElement().getClassList()).contains("chosen");
        assertThat(findInView(Anchor.class).withText("All roles").single().getHref())
                .isEqualTo("access?policy=" + draft);
    }

    @Test
    void members_and_holders_are_called_as_the_catalog_calls_them_and_who_has_no_account_yet_is_said()
            throws Exception {
        Eventually.passes(Duration.ofSeconds(20), () -> {
            open(page() + "&holders=role");
            assertThat(dialog())
                    .contains("Night crewgroup:default/crew-" + tag + "1 person with an account")
                    .contains("Piet of the cataloguser:default/without-" + tag + "no account in use")
                    .contains("Jane of the cataloguser:default/with-" + tag + "member")
                    .contains("Jane of " + tag + "given to the account with-" + tag);
        });
        assertThat(words()).contains("Night crew", "Piet of the catalog", "Jane of " + tag);

        startAs(ADMIN);
        open(page());
        assertThat(words()).contains("3 people, 1 group directly");
        assertThat(findInView(Button.class).all())
                .extracting(button -> button.getAriaLabel().orElse(""))
                .contains("Remove Night crew", "Remove Piet of the catalog", "Remove Jane of " + tag);
        test(findInView(TextField.class).single()).setValue("piet of");
        assertThat(shownRoles()).singleElement(InstanceOfAssertFactories.STRING).startsWith("Names " + tag);
    }

    private List<String> shownRoles() {
        return findInView(RoleList.class)
                .single()
                .getChildren()
                .filter(Nav.class::isInstance)
                .flatMap(Component::getChildren)
                .filter(Component::isVisible)
                .map(link -> link.getElement().getTextRecursively())
                .toList();
    }

    @Test
    void who_holds_a_role_or_a_permission_stands_in_the_address_while_it_is_shown() {
        open(page() + "&holders=catalog.entity.read");
        assertThat(dialog()).contains("By policy " + draft, "Names " + tag);
        assertThat(hrefs()).allMatch(href -> !href.contains("holders"));

        find(HoldersDialog.class).single().close();
        test(findInView(Button.class).withText("Who holds it").single()).click();
        assertThat(dialog()).contains("crew-" + tag);

        open(page());
        assertThat(find(HoldersDialog.class).all()).isEmpty();
        open("access?role=no-such-role&holders=role");
        assertThat(dialog()).contains("has no role \"no-such-role\" that you may see");
    }

    @Test
    void the_case_of_the_simulator_stands_in_the_address_and_goes_along_to_other_roles() {
        open(page() + "&who=account:" + account.name() + "&may=catalog.entity.refresh");
        assertThat(words()).contains("Depends on the thing", "in draft " + draft);
        assertThat(hrefs()).anyMatch(href -> href.contains("role=guest") && href.contains("who=account%3Awith-" + tag));

        box("May").setValue(permissions.named("catalog.entity.read").orElseThrow());
        roundTrip();
        assertThat(hrefs())
                .filteredOn(href -> href.contains("role=guest"))
                .singleElement()
                .asString()
                .contains("may=catalog.entity.read");
    }

    @Test
    void a_policy_that_was_in_force_before_is_compared_with_the_one_in_force() {
        int before = policies.inForce(ADMIN).number();
        PolicySummary next = policies.draft(ADMIN, null, "The next");
        int now = policies.publish(ADMIN, next.number(), next.version(), before).number();
        try {
            open("access?policy=" + before + "&who=account:" + account.name() + "&may=catalog.entity.read");
            assertThat(words()).contains("in policy " + before + ", retired", "in force, policy " + now);
            startAs(ADMIN);
            open("access?policy=" + before + "&simulator=replay");
            assertThat(words())
                    .contains("Run policy " + before + " over them", "of policy " + now + ", which is in force");
        } finally {
            policies.publish(
                    ADMIN, before, policies.policy(ADMIN, before).summary().version(), now);
        }
    }

    private String page() {
        return "access?policy=" + draft + "&role=names-" + tag;
    }

    private String dialog() {
        return find(HoldersDialog.class).single().getElement().getTextRecursively();
    }

    private List<String> hrefs() {
        return findInView(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> box(String label) {
        return find(ComboBox.class).all().stream()
                .filter(box -> label.equals(box.getAriaLabel().orElse("")))
                .map(box -> (ComboBox<Object>) box)
                .findFirst()
                .orElseThrow();
    }
}
