package dev.portico.access.ui.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.router.QueryParameters;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Grant;
import dev.portico.access.NewAccount;
import dev.portico.access.Party;
import dev.portico.access.Permissions;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.access.ui.frame.GrantPane;
import dev.portico.access.ui.frame.RolePane;
import dev.portico.look.SegmentTabs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

final class SimulatorPaneTest extends ScreenTest {

    private static final String READ = "catalog.entity.read";

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final String name = "pane-" + tag;
    private final String thing = "component:default/pane-" + tag;

    @Autowired
    private ObjectProvider<RolePane> panes;

    @Autowired
    private ObjectProvider<GrantPane> grantPanes;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Policies policies;

    @Autowired
    private Permissions permissions;

    @Autowired
    private dev.portico.catalog.Sources catalog;

    @Autowired
    private JdbcClient jdbc;

    private AccountSummary account;
    private PolicySummary draft;
    private RolePane pane;
    private int force;

    @BeforeEach
    void draft() {
        account = accounts.create(
                ADMIN, new NewAccount(name, "Jane of " + tag, null, Set.of("engineer"), "four plain words here"));
        upload("pane-" + tag, """
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: %1$s}
                spec: {memberOf: []}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: %1$s, tags: [pci]}
                spec: {type: service, lifecycle: production, owner: "user:%1$s"}
                """.formatted(name));
        force = policies.inForce(ADMIN).number();
        PolicySummary begun = policies.draft(ADMIN, null, "Hide what is about cards");
        draft = policies.put(
                ADMIN,
                begun.number(),
                begun.version(),
                new Role(
                        "pane-" + tag,
                        "Hides.",
                        Set.of(),
                        null,
                        List.of(new RoleMember(RoleMember.Kind.USER, "user:default/" + name, null)),
                        List.of(Grant.deny("catalog.entity.*", new Rule.TagHas("pci")))));
        jdbc.sql("INSERT INTO access_decision (day, subject, permission, asked, thing_type, thing_id, result)"
                        + " VALUES (current_date, :subject, :permission, 'THING', 'catalog-entity', :thing, 'ALL')")
                .param("subject", "account:" + name)
                .param("permission", READ)
                .param("thing", thing)
                .update();
        pane = panes.getObject();
        UI.getCurrent().add(pane);
        pane.show(policies.inForce(ADMIN), draft, null);
    }

    @AfterEach
    void gone() {
        jdbc.sql("DELETE FROM access_decision WHERE subject = ?")
                .param("account:" + name)
                .update();
        policies.discard(ADMIN, draft.number(), draft.version());
        accounts.remove(ADMIN, account.id());
        catalog.remove("pane-" + tag, ADMIN);
    }

    @Test
    void an_admin_sees_why_a_draft_denies_what_is_allowed_in_force_and_who_may_do_it() {
        ask();

        assertThat(paneWords())
                .contains("Denied", "in draft " + draft.number(), "Allowed", "in force, policy " + force)
                .contains("Pane " + tag + " denies it", "It has the tag pci", "Engineer")
                .contains("could do it with", "Some of them");

        test(find(Verdict.class).all().getLast()).click();
        assertThat(paneWords()).contains("Engineer allows it").doesNotContain("denies it");

        test(find(Button.class).withText("Who can do this?").single()).click();
        assertThat(paneWords()).contains("can do this in draft " + draft.number());
    }

    @Test
    void a_permission_that_is_typed_and_there_is_none_of_leaves_no_verdict_beside_it() {
        ask();
        assertThat(paneWords()).contains("Denied");
        ComboBox<?> may = box("May");

        ComponentUtil.fireEvent(may, new ComboBoxBase.CustomValueSetEvent<>(may, true, "catalog.entity.fly"));

        assertThat(paneWords())
                .contains("No module has a permission “catalog.entity.fly”.")
                .doesNotContain("Denied", "Allowed");
        ComponentUtil.fireEvent(may, new ComboBoxBase.CustomValueSetEvent<>(may, true, READ));
        assertThat(paneWords()).contains("in draft " + draft.number()).doesNotContain("No module has");
    }

    @Test
    void a_draft_is_run_over_what_was_asked_for_and_says_whom_it_concerns() throws Exception {
        find(SegmentTabs.class).all().getFirst().choose(1);
        assertThat(paneWords()).contains("are recorded");

        test(find(Button.class)
                        .withText("Run draft " + draft.number() + " over them")
                        .single())
                .click();

        Eventually.passes(Duration.ofSeconds(20), () -> {
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
            assertThat(paneWords()).contains("1 person loses", "Jane of " + tag, "1 lost");
        });
        find(SegmentTabs.class).all().getLast().choose(2);
        assertThat(paneWords()).contains(thing).doesNotContain("has changed since");

        draft = policies.note(ADMIN, draft.number(), draft.version(), "Another note");
        pane.show(policies.inForce(ADMIN), draft, null);
        assertThat(paneWords()).contains("Draft " + draft.number() + " has changed since", "1 person loses");

        test(find(Button.class).withText("Run again").single()).click();
        Eventually.passes(Duration.ofSeconds(20), () -> {
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
            assertThat(paneWords()).contains("1 person loses").doesNotContain("has changed since");
        });
        assertThat(paneWords()).contains("Draft " + draft.number() + " in place of policy " + force);
    }

    @Test
    void beside_a_grant_stands_how_much_somebody_could_act_on_by_the_draft() throws Exception {
        GrantPane beside = grantPanes.getObject();
        UI.getCurrent().add(beside);
        box("Count for").setValue(jane());

        Eventually.passes(Duration.ofSeconds(20), () -> {
            beside.show(draft.number(), "catalog.entity.*");
            assertThat(beside.getElement().getTextRecursively()).contains(READ + " on ", ", was ");
        });

        beside.show(draft.number(), "access.account.*");
        assertThat(beside.isVisible()).isFalse();
    }

    @Test
    void before_a_thing_is_named_it_says_that_it_depends_on_it_and_by_which_conditions() {
        box("Who").setValue(jane());
        box("May").setValue(permissions.named("catalog.entity.refresh").orElseThrow());
        roundTrip();

        assertThat(find(Verdict.class).all())
                .extracting(verdict -> verdict.getElement().getTextRecursively())
                .containsExactly(
                        "Depends on the thingin draft " + draft.number(),
                        "Depends on the thingin force, policy " + force);
        assertThat(paneWords())
                .contains("Name a thing under On", "Allowed where a condition here holds, unless a denial does")
                .contains("They, or one of their groups, own it", "It has the tag pci")
                .doesNotContain("Denied", "No grant");

        test(find(Verdict.class).all().getLast()).click();
        assertThat(paneWords()).contains("Allowed where a condition here holds").doesNotContain("unless a denial");

        box("May").setValue(permissions.named(READ).orElseThrow());
        roundTrip();
        assertThat(paneWords())
                .contains("Depends on the thingin draft", "Allowedin force", "Allowed unless a denial here holds");

        box("May").setValue(permissions.named("catalog.entity.delete").orElseThrow());
        roundTrip();
        assertThat(paneWords()).contains("Deniedin draft", "Deniedin force").doesNotContain("Depends");
    }

    @Test
    void a_permission_about_nothing_that_has_a_name_takes_no_thing() {
        box("Who").setValue(jane());
        box("May").setValue(permissions.named("access.account.manage").orElseThrow());
        roundTrip();

        assertThat(box("On").isEnabled()).isFalse();
        assertThat(paneWords()).contains("Denied").doesNotContain("Depends", "Name a thing");
    }

    @Test
    void what_is_shown_stands_in_the_address_and_is_shown_again_by_it() {
        ask();
        test(find(Verdict.class).all().getLast()).click();
        test(find(Button.class).withText("Who can do this?").single()).click();
        Map<String, String> chosen = pane.chosen();
        assertThat(chosen)
                .containsEntry("who", "account:" + name)
                .containsEntry("may", READ)
                .containsEntry("on", thing)
                .containsEntry("reasons", "force")
                .containsEntry("able", "shown");

        pane = panes.getObject();
        pane.ask(QueryParameters.simple(chosen));
        pane.show(policies.inForce(ADMIN), draft, null);
        assertThat(paneWords()).contains("Engineer allows it", "can do this in draft " + draft.number());
        assertThat(pane.chosen()).isEqualTo(chosen);

        pane.ask(QueryParameters.simple(Map.of("who", "account:nobody-" + tag, "may", READ)));
        pane.show(policies.inForce(ADMIN), draft, null);
        assertThat(paneWords()).contains("There is no enabled account named \"nobody-" + tag + "\"");

        pane.ask(QueryParameters.simple(Map.of("who", name, "may", READ)));
        pane.show(policies.inForce(ADMIN), draft, null);
        assertThat(paneWords()).contains("names nobody who can be asked about");
    }

    @Test
    void of_a_draft_and_of_what_is_in_force_it_is_plain_which_is_run_in_place_of_which() {
        find(SegmentTabs.class).all().getFirst().choose(1);
        assertThat(paneWords())
                .contains("Each is asked again of draft " + draft.number() + " and of policy " + force
                        + ", which is in force");

        pane.show(policies.inForce(ADMIN), null, null);
        assertThat(paneWords()).contains("This page shows policy " + force).doesNotContain("Run ");
    }

    @Test
    void whoever_may_not_ask_about_others_is_told_why() {
        startAs(ENGINEER);
        pane = panes.getObject();
        UI.getCurrent().add(pane);
        pane.show(policies.inForce(ADMIN), draft, null);

        ask();

        assertThat(paneWords()).contains("access.policy.read").doesNotContain("Denied in");
    }

    @Test
    void a_permission_of_another_type_forgets_the_thing_that_was_asked_about() {
        ask();

        box("May").setValue(permissions.named("catalog.source.register").orElseThrow());
        roundTrip();

        assertThat(box("On").getValue()).isNull();
        assertThat(paneWords()).doesNotContain("asked about no thing");
    }

    private void ask() {
        box("Who").setValue(jane());
        box("May").setValue(permissions.named(READ).orElseThrow());
        box("On").setValue(thing);
        roundTrip();
    }

    private Party jane() {
        return new Party("account:" + name, "Jane of " + tag, false);
    }

    private String paneWords() {
        return pane.getElement().getTextRecursively();
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
