package dev.portico.access.ui.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import dev.portico.ScreenTest;
import dev.portico.access.AccessRequests;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Drafts;
import dev.portico.access.Grant;
import dev.portico.access.NewAccessRequest;
import dev.portico.access.NewAccount;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.access.Spaces;
import dev.portico.access.ui.comparison.Comparison;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Several drafts on the screens, and what is shown before an old policy is restored.
final class PoliciesViewTest extends ScreenTest {

    private static final String NOWHERE = "several-nowhere";

    @Autowired
    private Policies policies;

    @Autowired
    private Spaces spaces;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccessRequests requests;

    private int before;
    private int first;
    private int second;
    private @Nullable AccountSummary account;

    @BeforeEach
    void two() {
        drafts.list(ADMIN).forEach(draft -> policies.discard(ADMIN, draft.number(), draft.version()));
        before = policies.inForce(ADMIN).number();
        first = begun("The first of two");
        put(first, "several-one");
        put(first, "several-two");
        second = begun("The second of two");
    }

    @AfterEach
    void away() {
        int now = policies.inForce(ADMIN).number();
        if (now != before) {
            policies.publish(ADMIN, before, version(before), now);
        }
        drafts.list(ADMIN).forEach(draft -> policies.discard(ADMIN, draft.number(), draft.version()));
        spaces.list(ADMIN).stream()
                .filter(space -> space.name().equals(NOWHERE))
                .forEach(space -> spaces.delete(ADMIN, NOWHERE, space.version()));
        if (account != null) {
            accounts.remove(ADMIN, account.id());
        }
    }

    @Test
    void each_draft_is_listed_with_who_edited_it_and_how_much_it_changes_and_can_be_opened() {
        open("access/policies");

        assertThat(words())
                .contains(
                        "Drafts2",
                        "The first of two",
                        "2 roles differ from policy " + before,
                        "The second of two",
                        "The same as policy " + before,
                        "last edited by screens-admin");
        assertThat(findInView(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(
                        "access?policy=" + first,
                        "access?policy=" + second,
                        "access/policies?from=" + before + "&to=" + first);
        open("access?policy=" + first);
        assertThat(words())
                .contains("Draft " + first, "The first of two", "10 roles in draft " + first + ", 8 in force");
    }

    @Test
    void the_page_of_roles_says_which_draft_it_shows_and_leads_to_the_others() {
        open("access?policy=" + second);
        assertThat(words()).contains("Draft " + second, "The second of two");

        PolicySwitch which = findInView(PolicySwitch.class).single();
        PolicySummary other = which.getListDataView()
                .getItems()
                .filter(policy -> policy.number() == first)
                .findFirst()
                .orElseThrow();
        String words = which.getItemLabelGenerator().apply(other);
        assertThat(words).startsWith("Draft " + first + " · screens-admin, ");
        test(which).selectItem(words);

        assertThat(words()).contains("Draft " + first, "The first of two", "Several one");
    }

    @Test
    void one_of_two_drafts_is_published_or_given_up_and_the_other_stays() {
        open("access/policies");
        press("Publish…", "Publish… draft " + first);
        assertThat(find(Comparison.class).single().getElement().getTextRecursively())
                .contains("Several one");
        test(find(Button.class).withText("Publish").single()).click();
        assertThat(policies.inForce(ADMIN).number()).isEqualTo(first);
        assertThat(drafts.list(ADMIN)).extracting(PolicySummary::number).containsExactly(second);
        assertThat(words()).contains("Drafts1").doesNotContain("Publish… draft " + first);

        press("Discard", "Discard draft " + second);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(drafts.list(ADMIN)).isEmpty();
        assertThat(words()).contains("Drafts0", "None. The first change");
    }

    @Test
    void whoever_presses_what_is_of_a_draft_that_is_none_any_more_is_told_so_and_sees_what_there_is() {
        open("access/policies");
        policies.discard(ADMIN, second, version(second));
        press("Discard", "Discard draft " + second);
        assertThat(words())
                .contains("Draft " + second + " was discarded by screens-admin meanwhile.", "Drafts1")
                .doesNotContain("The second of two");

        policies.publish(ADMIN, first, version(first), before);
        press("Publish…", "Publish… draft " + first);
        assertThat(words())
                .contains("Draft " + first + " is policy " + first + " by now: screens-admin has put it in force.")
                .contains("Drafts0");
    }

    @Test
    void whoever_is_asked_whether_to_discard_a_draft_that_goes_meanwhile_is_told_so() {
        open("access/policies?from=" + before + "&to=" + second);
        press("Discard", "Discard draft " + second);
        policies.discard(ADMIN, second, version(second));

        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(words()).contains("Draft " + second + " was discarded by screens-admin meanwhile.", "Drafts1");
    }

    @Test
    void whoever_publishes_or_discards_a_draft_is_shown_what_is_in_force_and_told_of_the_other_draft() {
        open("access?policy=" + first + "&role=several-one");
        press("Publish…", "");
        test(find(Button.class).withText("Publish").single()).click();

        assertThat(words())
                .contains("Draft " + first + " is published. Policy " + first + " is in force.")
                .contains("Another draft is open: draft " + second
                        + ", “The second of two”, last edited by screens-admin")
                .contains("Several one");
        assertThat(findInView(Select.class).single().getValue())
                .extracting(policy -> ((PolicySummary) policy).number())
                .isEqualTo(first);

        test(findInView(Button.class).withText("Open draft " + second).single()).click();
        assertThat(words()).contains("Draft " + second).doesNotContain("is published.");
        press("Discard", "");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(words()).contains("Draft " + second + " is discarded. Policy " + first + " is in force.");
    }

    @Test
    void whoever_is_in_a_draft_that_somebody_discards_is_told_by_whom_and_led_to_what_is_in_force() {
        put(second, "several-two");
        open("access?policy=" + second);
        policies.discard(ADMIN, second, version(second));

        press("Publish…", "");
        assertThat(words()).contains("Draft " + second + " was discarded by screens-admin meanwhile.");
        assertThat(find(Button.class).withText("Publish").all()).isEmpty();

        open("access?role=several-two&policy=" + second);
        assertThat(words())
                .contains("Draft " + second + " was discarded by screens-admin.")
                .contains("This is policy " + before + ", which is in force.");
        open("access/policies?from=" + before + "&to=" + second);
        assertThat(words()).contains("Draft " + second + " was discarded by screens-admin.", "Drafts1");
        open("access?policy=987654");
        assertThat(heading()).isEqualTo("Not found");
    }

    @Test
    void who_discarded_a_draft_is_not_told_to_whoever_could_not_see_it() {
        policies.discard(ADMIN, second, version(second));
        Reader auditor =
                new Reader("account:several-auditor", Ids.next(), "A", null, Set.of(), Set.of("auditor"), null);

        assertThat(drafts.discarded(auditor, second)).contains("account:screens-admin");
        assertThat(drafts.discarded(auditor, first)).isEmpty();
        assertThatExceptionOfType(Refusal.Forbidden.class).isThrownBy(() -> drafts.discarded(ENGINEER, second));
        Reader limited = limited();
        assertThat(drafts.discarded(limited, second)).isEmpty();
        startAs(limited);
        open("access?policy=" + second);
        assertThat(words()).contains("There is no policy " + second).doesNotContain("screens-admin");
    }

    @Test
    void whoever_sees_the_roles_of_no_space_is_told_what_the_page_is_and_why_it_is_empty() {
        startAs(limited());

        open("access");

        assertThat(words())
                .contains("No role of your spaces yet", "This page shows roles")
                .doesNotContain("No such role");
        open("access?role=several-none");
        assertThat(words()).contains("No such role");
    }

    /// Somebody who sees the roles of a space that has none.
    private Reader limited() {
        spaces.create(ADMIN, NOWHERE, "Nowhere", "", Set.of());
        policies.put(
                ADMIN,
                first,
                version(first),
                new Role(
                        "several-limited",
                        "",
                        Set.of(),
                        null,
                        List.of(),
                        List.of(Grant.allow("access.policy.read", new Rule.SpaceIs(NOWHERE)))));
        policies.publish(ADMIN, first, version(first), before);
        return new Reader("account:several", Ids.next(), "S", null, Set.of(), Set.of("several-limited"), null);
    }

    @Test
    void a_discard_that_is_refused_leaves_the_comparison_that_is_open() {
        open("access/policies?from=" + before + "&to=" + first);
        press("Discard", "Discard draft " + second);
        policies.discard(ADMIN, second, version(second));

        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(words()).contains("was discarded by screens-admin meanwhile.");
        assertThat(findInView(Comparison.class).single().getElement().getTextRecursively())
                .contains("Several one");
    }

    @Test
    void where_there_are_more_policies_than_are_listed_that_is_said_and_more_are_offered() {
        int there = policies.list(ADMIN, null, Policies.LONGEST_LIST).size();
        for (int number = there; number <= Policies.LONGEST_LIST; number++) {
            begun("One of many");
        }
        open("access/policies?from=" + before + "&to=" + first);
        assertThat(words()).contains("The newest 100 are listed, drafts among them.");
        String more = findInView(Anchor.class).withText("List more").single().getHref();
        assertThat(more).contains("from=" + before, "to=" + first, "most=200");

        open(more);
        assertThat(findInView(PolicyTable.class).single().getElement().getTextRecursively())
                .contains("Policy " + before, "In force");
    }

    @Test
    void where_there_are_more_drafts_than_are_listed_that_is_said() {
        for (int number = 3; number <= Drafts.LONGEST_LIST; number++) {
            begun("One of many");
        }
        open("access/policies");
        assertThat(words()).contains("Drafts100").doesNotContain("are listed.");

        begun("One more");
        open("access/policies");
        assertThat(words()).contains("Drafts101", "The newest 100 of 101 are listed.");
    }

    @Test
    void what_was_edited_last_is_gone_on_with_and_a_draft_that_is_open_stays_open() {
        put(first, "several-three");
        open("access");
        assertThat(words()).contains("Draft " + first);

        put(second, "several-four");
        assertThat(findInView(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("access?role=several-one&policy=" + first);
        policies.discard(ADMIN, first, version(first));
        open("access");
        assertThat(words()).contains("Draft " + second);
    }

    @Test
    void whoever_looks_at_what_is_in_force_begins_another_draft_beside_those_there_are() {
        open("access?policy=" + before);
        assertThat(words()).contains("This is policy " + before, "Open draft");

        test(findInView(Button.class).withText("Begin another draft").single()).click();

        assertThat(drafts.list(ADMIN)).hasSize(3);
        assertThat(words()).contains("Draft " + drafts.list(ADMIN).getFirst().number());
    }

    @Test
    void what_a_restored_policy_lacks_is_said_before_and_can_be_kept() {
        account = accounts.create(
                ADMIN,
                new NewAccount(
                        "several-" + UUID.randomUUID().toString().substring(0, 8),
                        "Ilse Brandt",
                        null,
                        Set.of("guest"),
                        "four plain words here"));
        Reader ilse = new Reader(
                "account:" + account.name(), account.id(), "Ilse Brandt", null, Set.of(), Set.of("guest"), null);
        UUID request = requests.ask(ilse, new NewAccessRequest("catalog.source.read", null, null, "To look", 1))
                .id();
        requests.approve(ADMIN, request, "engineer", Instant.now().plus(Duration.ofHours(20)), "");
        open("access/policies");

        press("Restore", "Restore policy " + before + " as a draft");
        String said = find(FormDialog.class).single().getElement().getTextRecursively();
        assertThat(said)
                .contains(
                        "Policy " + before + " lacks 1 approved access that has not ended yet.",
                        "engineer for Ilse Brandt until",
                        "approved by screens-admin",
                        "1 person loses",
                        "Member: the account " + account.name());
        test(find(Checkbox.class).withCaption("Keep 1 approved access").single())
                .click();
        assertThat(find(FormDialog.class).single().getElement().getTextRecursively())
                .doesNotContain("1 person loses");
        test(find(Button.class).withText("Begin the draft").single()).click();

        PolicySummary begun = drafts.list(ADMIN).getFirst();
        assertThat(begun.note()).startsWith("Back to policy " + before + ": ");
        assertThat(words()).contains("Draft " + begun.number(), "Back to policy " + before);
        assertThat(policies.policy(ADMIN, begun.number()).roles().stream()
                        .flatMap(role -> role.members().stream())
                        .map(RoleMember::name))
                .contains(account.name());
    }

    private void press(String text, String name) {
        test(findInView(Button.class).withText(text).all().stream()
                        .filter(button -> button.getAriaLabel().orElse("").equals(name))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private int begun(String note) {
        return policies.draft(ADMIN, null, note).number();
    }

    private void put(int draft, String role) {
        policies.put(
                ADMIN,
                draft,
                version(draft),
                new Role(role, "", Set.of(), null, List.of(), List.of(Grant.allow("catalog.entity.read"))));
    }

    private int version(int number) {
        return policies.policy(ADMIN, number).summary().version();
    }
}
