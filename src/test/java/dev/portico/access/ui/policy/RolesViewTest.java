package dev.portico.access.ui.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import dev.portico.ScreenTest;
import dev.portico.access.Access;
import dev.portico.access.Grant;
import dev.portico.access.Permissions;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.access.ui.comparison.Comparison;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.kernel.Thing;
import dev.portico.look.Note;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

final class RolesViewTest extends ScreenTest {

    private static final String ROLE = "views-readers";
    private static final EntityRef USER = EntityRef.parse("user:screens/views-reader");
    private static final Reader MEMBER =
            new Reader("account:views-reader", Ids.next(), "Member", USER, Set.of(), Set.of(), null);

    @Autowired
    private Policies policies;

    @Autowired
    private Access access;

    @Autowired
    private Permissions permissions;

    private int before;
    private int draft;

    @BeforeEach
    void draft() {
        before = policies.inForce(ADMIN).number();
        PolicySummary begun = policies.draft(ADMIN, null, "Views");
        draft = begun.number();
        put(new Role(
                ROLE,
                "Reads.",
                Set.of(),
                null,
                List.of(new RoleMember(RoleMember.Kind.USER, USER.toString(), null)),
                List.of(Grant.allow("catalog.entity.read"))));
    }

    @AfterEach
    void restore() {
        int now = policies.inForce(ADMIN).number();
        if (now != before) {
            policies.publish(ADMIN, before, version(before), now);
        }
        try {
            if (policies.policy(ADMIN, draft).summary().state() == PolicySummary.State.DRAFT) {
                policies.discard(ADMIN, draft, version(draft));
            }
        } catch (Refusal.NotFound discarded) {
            assertThat(discarded).isNotNull();
        }
    }

    @Test
    void a_grant_gets_a_condition_and_decides_by_it_once_it_is_published() {
        page();
        assertThat(words()).contains("Draft " + draft, "1 role differs from policy " + before, "Views readers", "New");

        test(findInView(NativeButton.class).withClassName("grant-line").single())
                .click();
        choose("Tag has");
        box("Tag").setValue("pci");
        assertThat(role().grants()).containsExactly(Grant.allow("catalog.entity.read", new Rule.TagHas("pci")));

        test(findInView(Button.class).withText("Publish…").single()).click();
        assertThat(find(Comparison.class).single().getElement().getTextRecursively())
                .contains("Views readers", "Allow catalog.entity.read where it has the tag pci");
        test(find(Button.class).withText("Publish").single()).click();

        assertThat(policies.inForce(ADMIN).number()).isEqualTo(draft);
        assertThat(reads(thing("pci"))).isTrue();
        assertThat(reads(thing("steam"))).isFalse();
    }

    @Test
    void what_somebody_else_changes_meanwhile_stays_beside_ones_own_change() {
        page();
        put(new Role("views-others", "Theirs.", Set.of(), null, List.of(), List.of()));

        test(findInView(NativeButton.class).withClassName("grant-line").single())
                .click();
        choose("Owner is me or one of my groups");

        assertThat(words()).contains("You changed the draft elsewhere meanwhile");
        assertThat(role().grants()).containsExactly(Grant.allow("catalog.entity.read", new Rule.OwnerIsMine()));
        assertThat(policies.policy(ADMIN, draft).roles()).extracting(Role::name).contains("views-others");
    }

    @Test
    void a_change_of_what_is_in_force_by_its_own_address_shows_the_draft_that_it_begins() {
        discardAll();
        open("access?policy=" + before + "&role=guest");
        assertThat(words()).contains("Policy " + before).doesNotContain("Draft ");

        test(findInView(NativeButton.class).withClassName("grant-line").all().getFirst())
                .click();
        choose("Tag has");
        box("Tag").setValue("views-followed");

        draft = policies.list(ADMIN, null, 1).getFirst().number();
        assertThat(draft).isGreaterThan(before);
        assertThat(words()).contains("Draft " + draft, "1 role differs from policy " + before);
    }

    @Test
    void an_import_that_is_refused_names_the_file() {
        open("access/policies");
        test(findInView(Button.class).withText("Import…").single()).click();
        test(find(Upload.class).single())
                .upload("views.yaml", "application/yaml", "roles: [{name: 1}]".getBytes(StandardCharsets.UTF_8));

        test(find(Button.class).withText("Import").single()).click();

        assertThat(find(Note.class).single().getElement().getTextRecursively())
                .contains("Nothing was taken in from views.yaml");
        find(Dialog.class).single().close();
    }

    @Test
    void what_was_taken_in_stays_when_its_report_is_closed() {
        discardAll();
        int newest = policies.list(ADMIN, null, 1).getFirst().number();
        open("access/policies");
        test(findInView(Button.class).withText("Import…").single()).click();
        test(find(Select.class).withCaption("What").single())
                .selectItem("Red Hat RBAC: Casbin CSV and conditional policies, added to the draft");
        TextArea text =
                find(TextArea.class).withCaption("Policies (Casbin CSV)").single();
        test(find(Button.class).withText("Import").single()).click();
        text.setValue("hello world");
        test(find(Button.class).withText("Import").single()).click();
        assertThat(find(ImportReport.class).single().getElement().getTextRecursively())
                .contains("No draft was kept");
        assertThat(policies.list(ADMIN, null, 50)).noneMatch(policy -> policy.number() > newest);
        for (String action : List.of("read,", "read, ")) {
            text.setValue("p, role:default/views-imported, catalog.entity.read, " + action + " allow");
            test(find(Button.class).withText("Import").single()).click();
            assertThat(find(Button.class).withText("Import").single().isEnabled())
                    .isFalse();
            assertThat(policies.list(ADMIN, null, 50))
                    .filteredOn(policy -> policy.number() > newest)
                    .hasSize(1);
        }

        test(find(Button.class).withText("Close").single()).click();

        assertThat(policies.list(ADMIN, null, 50))
                .filteredOn(policy -> policy.number() > newest)
                .singleElement()
                .satisfies(draft -> assertThat(
                                policies.policy(ADMIN, draft.number()).roles())
                        .extracting(Role::name)
                        .contains("views-imported"));
        assertThat(text.getValue()).isEmpty();
        discardAll();
    }

    @Test
    void an_import_says_how_many_roles_came_in_whole_and_what_was_lost_before_what_came_in() {
        discardAll();
        open("access/policies");
        test(findInView(Button.class).withText("Import…").single()).click();
        test(find(Select.class).withCaption("What").single())
                .selectItem("Red Hat RBAC: Casbin CSV and conditional policies, added to the draft");
        find(TextArea.class).withCaption("Policies (Casbin CSV)").single().setValue("""
                p, role:default/views-whole, catalog.entity.read, read, allow
                p, role:default/views-half, catalog.entity.read, read, allow
                p, role:default/views-half, catalog.entity.read, read
                p, role:default/views-half, scaffolder-template, read, allow
                """);
        test(find(Button.class).withText("Import").single()).click();

        String said = find(ImportReport.class).single().getElement().getTextRecursively();
        assertThat(said)
                .contains(
                        "1 of 2 roles came in whole",
                        "1 line has no counterpart and was left out; 1 line waits for you")
                .containsSubsequence("CSV 4", "No counterpart", "CSV 3", "Yours to decide", "CSV 1", "Taken");
        test(find(Button.class).withText("Close").single()).click();
        discardAll();
    }

    @Test
    void where_two_changed_the_same_role_nothing_is_lost_and_one_chooses() {
        page();
        Role theirs = role().granting(List.of(Grant.allow("catalog.source.read")));
        put(theirs);

        test(findInView(NativeButton.class).withClassName("grant-line").single())
                .click();
        choose("Owner is me or one of my groups");
        assertThat(role()).isEqualTo(theirs);
        assertThat(words()).contains("Nothing is lost");

        test(findInView(Button.class).withText("Use mine").single()).click();
        assertThat(role().grants()).containsExactly(Grant.allow("catalog.entity.read", new Rule.OwnerIsMine()));
    }

    @Test
    void what_is_refused_is_said_at_the_grant_and_the_draft_stays() {
        page();
        test(findInView(NativeButton.class).withClassName("grant-line").single())
                .click();

        box("Permission").setValue("catalog.entty.read");

        assertThat(words()).contains("Not kept", "There is no permission catalog.entty.read");
        assertThat(role().grants()).containsExactly(Grant.allow("catalog.entity.read"));
    }

    @Test
    void a_rule_that_names_nothing_yet_is_not_kept() {
        page();
        test(findInView(NativeButton.class).withClassName("grant-line").single())
                .click();

        choose("Tag has");

        assertThat(words()).contains("Not kept before something is named here");
        assertThat(role().grants()).containsExactly(Grant.allow("catalog.entity.read"));
    }

    @Test
    void whoever_may_not_edit_reads_and_whoever_may_not_read_is_refused() {
        startAs(new Reader("account:views-auditor", Ids.next(), "A", null, Set.of(), Set.of("auditor"), null));
        page();
        assertThat(words()).contains("Views readers", "catalog.entity.read");
        assertThat(findInView(Button.class).withText("Add a grant").all()).isEmpty();
        assertThat(findInView(Button.class).withText("Publish…").all()).isEmpty();

        startAs(ENGINEER);
        open("access");
        assertThat(words()).contains("access.policy.read");
    }

    @Test
    void a_role_and_a_grant_say_who_holds_them_and_by_what() {
        put(new Role(
                "views-wider",
                "",
                Set.of(ROLE),
                null,
                List.of(new RoleMember(RoleMember.Kind.GROUP, "group:screens/views-group", null)),
                List.of()));
        page();

        test(findInView(Button.class).withText("Who holds it").single()).click();
        assertThat(find(HoldersDialog.class).single().getElement().getTextRecursively())
                .contains("user:screens/views-reader", "group:screens/views-group", "by the role Views wider");
        find(HoldersDialog.class).single().close();

        test(findInView(NativeButton.class).withClassName("grant-line").single())
                .click();
        test(findInView(Button.class).withText("Who holds this").single()).click();
        assertThat(find(HoldersDialog.class).single().getElement().getTextRecursively())
                .contains("Views readers", "catalog.entity.read", "user:screens/views-reader", "Engineer");
    }

    @Test
    void two_policies_are_compared_and_exported_from_the_list_of_all() {
        open("access/policies?from=" + before + "&to=" + draft);

        assertThat(findInView(Comparison.class).single().getElement().getTextRecursively())
                .contains("Views readers", "Allow catalog.entity.read everywhere");
        assertThat(findInView(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("api/portico/access/policies/" + draft + "/yaml");
    }

    /// Also what other tests may have left: a change goes to any draft there is.
    private void discardAll() {
        policies.list(ADMIN, null, Policies.LONGEST_LIST).stream()
                .filter(policy -> policy.state() == PolicySummary.State.DRAFT)
                .forEach(policy -> policies.discard(ADMIN, policy.number(), policy.version()));
    }

    private void page() {
        open("access?policy=" + draft + "&role=" + ROLE);
    }

    /// Adds a rule by the menu of the condition.
    private void choose(String rule) {
        MenuBar bar = findInView(MenuBar.class).all().getFirst();
        MenuItem item = bar.getItems().getFirst().getSubMenu().getItems().stream()
                .filter(one -> one.getText().equals(rule))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> box(String label) {
        return findInView(ComboBox.class).all().stream()
                .filter(box -> label.equals(box.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    private Role role() {
        return policies.policy(ADMIN, draft).roles().stream()
                .filter(role -> role.name().equals(ROLE))
                .findFirst()
                .orElseThrow();
    }

    private void put(Role role) {
        policies.put(ADMIN, draft, version(draft), role);
    }

    private int version(int number) {
        return policies.policy(ADMIN, number).summary().version();
    }

    private boolean reads(Thing thing) {
        return access.decide(MEMBER, permissions.named("catalog.entity.read").orElseThrow(), thing)
                .allowed();
    }

    private static Thing thing(String tag) {
        return new Tagged(tag);
    }

    private record Tagged(String tag) implements Thing {
        @Override
        public String type() {
            return "catalog-entity";
        }

        @Override
        public String id() {
            return "component:views/" + tag;
        }

        @Override
        public Collection<String> values(String path) {
            return path.equals("metadata.tags") ? List.of(tag) : List.of();
        }
    }
}
