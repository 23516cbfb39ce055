package dev.portico.access.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.AuditNames;
import dev.portico.access.NewAccount;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.audit.Audit;
import dev.portico.audit.AuditEntry;
import dev.portico.kernel.Change;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.look.Chip;
import dev.portico.look.EmptyState;
import dev.portico.look.MoreMenu;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

final class AuditViewTest extends ScreenTest {

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transaction;

    private String thing = "";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private AuditNames names;

    @BeforeEach
    void rows() {
        thing = "engine-" + Ids.next();
        record(Change.done(
                somebody(), "engine.boiler.heat", "engine", thing, "{\"heat\":1}", "{\"heat\":2,\"lit\":true}"));
        record(Change.refused(somebody(), "engine.whistle.blow", "engine", thing, null)
                .by("engine.engine.drive")
                .because("the last whistle has to stay"));
    }

    @Test
    void rows_are_listed_newest_first_and_narrowed_by_the_address() {
        open("audit?type=engine&thing=" + thing);
        assertThat(actions()).containsExactly("engine.whistle.blow", "engine.boiler.heat");
        assertThat(findInView(Chip.class).single().getElement().getTextRecursively())
                .contains(thing);

        open("audit?type=engine&outcome=refused&thing=" + thing);
        assertThat(actions()).containsExactly("engine.whistle.blow");

        open("audit?action=engine.boiler.*&since=hour&thing=" + thing);
        assertThat(actions()).containsExactly("engine.boiler.heat");

        open("audit?actor=Stoker&thing=" + thing);
        assertThat(actions()).containsExactly("engine.whistle.blow", "engine.boiler.heat");
    }

    @Test
    void what_is_chosen_stands_in_the_address_and_in_the_export() {
        open("audit?type=engine&thing=" + thing);

        test(field("Action")).setValue("engine.boiler.heat");
        roundTrip();
        assertThat(actions()).containsExactly("engine.boiler.heat");
        assertThat(findInView(Anchor.class).withText("Export CSV").single().getHref())
                .contains("format=csv", "action=engine.boiler.heat", "thing=" + thing);
        assertThat(findInView(Select.class).all()).hasSize(2);
    }

    @Test
    void a_row_is_shown_whole_with_what_it_changed() {
        open("audit?type=engine&thing=" + thing);
        String row = grid().getLazyDataView().getItem(1).id().toString();

        open("audit?type=engine&thing=" + thing + "&row=" + row);

        assertThat(findInView(AuditDetail.class).single().getElement().getTextRecursively())
                .contains("engine.boiler.heat", "Done", "stoker", "heat", "lit", "Not there", "true");
    }

    @Test
    void who_did_it_is_found_by_the_name_that_people_see_and_both_names_are_offered() {
        String name = "fireman-" + thing.substring(thing.length() - 8);
        AccountSummary account = accounts.create(
                ADMIN, new NewAccount(name, "Fiona Shovel " + name, null, Set.of("engineer"), "four plain words here"));
        try {
            record(Change.done(
                    new Reader("account:" + name, account.id(), "Fiona", null, Set.of(), Set.of(), null),
                    "engine.coal.shovel",
                    "engine",
                    thing,
                    null,
                    null));
            open("audit?type=engine&thing=" + thing);

            assertThat(test(who()).getSuggestions()).hasSizeGreaterThan(1);
            ComponentUtil.fireEvent(
                    who(),
                    new ComboBoxBase.CustomValueSetEvent<>(who(), true, "shovel " + name.toUpperCase(Locale.ROOT)));
            roundTrip();

            assertThat(actions()).containsExactly("engine.coal.shovel");
            assertThat(who().getValue()).isEqualTo(new Actor(name, "Fiona Shovel " + name + " (" + name + ")"));
            assertThat(findInView(Anchor.class).withText("Export CSV").single().getHref())
                    .contains("actor=account%3A" + name);

            open("audit?type=engine&thing=" + thing + "&actor=token:ci");
            assertThat(who().getValue()).isEqualTo(new Actor("token:ci", "token:ci"));
        } finally {
            accounts.remove(ADMIN, account.id());
        }
    }

    @Test
    void whoever_may_not_look_through_the_accounts_is_offered_none() {
        startAs(new Reader("account:checker", Ids.next(), "Checker", null, Set.of(), Set.of("auditor"), null));
        open("audit?type=engine&thing=" + thing);

        assertThat(findInView(ComboBox.class).all()).isEmpty();
        test(field("Who")).setValue("Stoker");
        roundTrip();
        assertThat(actions()).containsExactly("engine.whistle.blow", "engine.boiler.heat");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Actor> who() {
        return findInView(ComboBox.class).single();
    }

    @Test
    void what_was_refused_says_why_and_which_permission_decided() {
        open("audit?type=engine&thing=" + thing);
        String row = grid().getLazyDataView().getItem(0).id().toString();

        open("audit?action=engine.engine.drive&thing=" + thing + "&row=" + row);

        assertThat(findInView(AuditDetail.class).single().getElement().getTextRecursively())
                .contains("Refused", "the last whistle has to stay", "engine.engine.drive");
    }

    @Test
    void people_and_things_are_called_by_their_names_and_lead_to_their_pages() {
        AccountSummary account = accounts.create(
                ADMIN,
                new NewAccount(
                        "fireman-" + thing.substring(thing.length() - 8),
                        "Fiona Fireman",
                        null,
                        Set.of("engineer"),
                        "four plain words here"));
        Reader fiona =
                new Reader("account:" + account.name(), account.id(), "Fiona", null, Set.of(), account.roles(), null);
        UUID token = tokens.create(fiona, TokenRequest.personal("shovel", Set.of("catalog.entity.read")))
                .token()
                .id();
        try {
            open("audit?thing=" + token);
            open("audit?thing=" + token + "&row="
                    + grid().getLazyDataView().getItem(0).id());

            Element detail = findInView(AuditDetail.class).single().getElement();
            assertThat(detail.getTextRecursively()).contains("Fiona Fireman", "The token shovel of Fiona Fireman");
            assertThat(detail.getOuterHTML())
                    .contains(
                            "href=\"access/people/" + account.name() + "\"",
                            "title=\"account:" + account.name() + "\"",
                            "title=\"" + token + "\"");
        } finally {
            accounts.remove(ADMIN, account.id());
        }
    }

    @Test
    void things_are_called_as_people_call_them_also_when_they_are_gone() {
        Reader seeds = Reader.system("seeds");
        String role = "{\"name\":\"stokers\",\"members\":[]}";
        record(Change.done(seeds, "access.role.remove", "policy", thing, role, null));
        record(Change.done(
                seeds, "access.role.change", "policy", thing, null, "{\"role\":\"drivers\",\"member\":\"x\"}"));
        record(Change.done(
                seeds, "access.role.change", "policy", thing, null, "{\"removed\":[\"a-role, jane\",\"b-role, bo\"]}"));
        record(Change.done(seeds, "access.policy.discard", "policy", thing, "{\"note\":\"Gone\"}", null));
        record(Change.done(seeds, "access.space.delete", "access-space", thing, null, null));
        record(Change.refused(seeds, "access.review.start", "access-role", thing, null));
        record(Change.done(
                seeds,
                "access.account.delete",
                "account",
                thing,
                "{\"name\":\"x\",\"displayName\":\"Stan Stoker\"}",
                null));
        record(Change.done(seeds, "catalog.source.refresh", "catalog-source-run", thing, null, null));
        record(Change.done(seeds, "catalog.links", "catalog", "all", null, null));

        open("audit?actor=system:seeds&thing=" + thing);
        assertThat(told())
                .contains(
                        "Role stokers, in policy " + thing,
                        "Role drivers, in policy " + thing,
                        "Roles a-role, b-role, in policy " + thing,
                        "Policy " + thing,
                        "Space " + thing,
                        "Role " + thing,
                        "Stan Stoker",
                        "Source " + thing);
        open("audit?type=catalog&thing=all&actor=system:seeds");
        assertThat(told()).containsOnly("The links of the catalog");
        assertThat(names.of(ADMIN, grid().getLazyDataView().getItems().toList()).values())
                .extracting(AuditNames.Told::actor)
                .containsOnly("Sample data");
    }

    private List<String> told() {
        return names.of(ADMIN, grid().getLazyDataView().getItems().toList()).values().stream()
                .map(AuditNames.Told::thing)
                .toList();
    }

    @Test
    void a_refused_row_says_what_was_tried_and_the_list_makes_room_for_the_deed() {
        record(Change.refused(somebody(), "access.role.change", "policy", thing, "{\"name\":\"stokers\"}"));
        open("audit?type=policy&thing=" + thing);
        assertThat(shownColumns()).contains("Row");
        String row = grid().getLazyDataView().getItem(0).id().toString();

        open("audit?type=policy&thing=" + thing + "&row=" + row);

        assertThat(shownColumns()).doesNotContain("Row").contains("What", "Thing");
        assertThat(findInView(AuditDetail.class).single().getElement().getTextRecursively())
                .contains("What was tried", "Role stokers, in policy " + thing);
    }

    @Test
    void a_policy_that_took_the_place_of_another_leads_to_the_two_beside_each_other() {
        record(Change.done(somebody(), "access.policy.publish", "policy", thing, "{\"number\":1}", "{\"number\":2}"));
        open("audit?type=policy&thing=" + thing);
        String row = grid().getLazyDataView().getItem(0).id().toString();

        open("audit?type=policy&thing=" + thing + "&row=" + row);

        assertThat(findInView(Anchor.class)
                        .withText("Policy 1 and policy 2")
                        .single()
                        .getHref())
                .isEqualTo("access/policies?from=1&to=2");
    }

    private List<String> shownColumns() {
        return grid().getColumns().stream()
                .filter(Grid.Column::isVisible)
                .map(Grid.Column::getHeaderText)
                .toList();
    }

    @Test
    void a_phone_has_both_exports_in_a_menu() {
        open("audit?type=engine&thing=" + thing);

        assertThat(findInView(MoreMenu.class).single().offered()).containsExactly("Export CSV", "Export JSON Lines");
    }

    @Test
    void where_nothing_fits_the_page_says_so() {
        open("audit?actor=account:nobody-" + thing);

        assertThat(findInView(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Nothing fits", "Clear filters");
    }

    @Test
    void the_trail_is_verified_on_demand() throws Exception {
        open("audit?type=engine&thing=" + thing);

        test(findInView(Button.class).withText("Verify now").single()).click();

        assertThat(findInView(ChainLine.class).single().getElement().getTextRecursively())
                .containsAnyOf("Verified to row", "Not intact");
    }

    @Test
    void what_is_written_appears_for_somebody_who_watches() throws Exception {
        open("audit?type=engine&thing=" + thing);
        test(findInView(Button.class).withText("Watch").single()).click();

        record(Change.done(somebody(), "engine.brake.pull", "engine", thing, null, null));

        Eventually.passes(Duration.ofSeconds(5), () -> {
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
            assertThat(actions()).startsWith("engine.brake.pull");
        });
    }

    @Test
    void nobody_sees_it_who_may_not_read_it() {
        startAs(ENGINEER);
        open("audit");

        assertThat(words()).contains("audit.entry.read").doesNotContain("engine.");
    }

    private void record(Change change) {
        transaction.executeWithoutResult(status -> audit.record(change));
    }

    private static Reader somebody() {
        return new Reader("account:stoker", null, "Stoker", null, Set.of(), Set.of(), null);
    }

    private AuditGrid grid() {
        return findInView(AuditGrid.class).single();
    }

    private List<String> actions() {
        return grid().getLazyDataView().getItems().map(AuditEntry::action).toList();
    }

    private TextField field(String name) {
        return findInView(TextField.class).all().stream()
                .filter(field -> name.equals(field.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow();
    }
}
