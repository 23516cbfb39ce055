package dev.portico.access.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Person;
import dev.portico.access.RequiresPermission;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.access.ui.frame.Tried;
import dev.portico.look.Actions;
import dev.portico.look.Badge;
import dev.portico.look.DangerDialog;
import dev.portico.look.Note;
import dev.portico.look.Page;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import java.util.ArrayList;
import java.util.List;

/// One account whole: who stands behind it, what it holds and by what, where it is signed in, and what an admin does
/// about it.
@Route(PeopleFilter.PATH + "/:account")
@PageTitle("Account · Portico")
@RequiresPermission("access.account.manage")
final class PersonView extends Page implements BeforeEnterObserver {

    private final transient PeopleParts parts;
    private final Div refusal = new Div();
    private String name = "";

    PersonView(PeopleParts parts) {
        this.parts = parts;
        refusal.getElement().setAttribute("role", "alert");
        refusal.addClassName("refusal");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        name = event.getRouteParameters().get("account").orElse("");
        renew();
    }

    private void renew() {
        refusal.removeAll();
        show(parts.people().person(parts.reader(), name));
    }

    private void show(Person person) {
        AccountSummary account = person.account();
        header().clear()
                .crumbs(account.displayName(), new Anchor(PeopleFilter.PATH, "People"))
                .title(account.displayName())
                .tabs(parts.tabs(AccessTab.PEOPLE))
                .actions(actions(account));
        if (!account.enabled()) {
            header().badges(new Badge(State.NA, "Disabled"));
        }
        Div main = new Div(PersonRoles.card(person));
        if (parts.seesTokens()) {
            main.add(new PersonTokens(parts, account, this::refused));
        }
        Div side = new Div(PersonFacts.card(person), new PersonSessions(parts, account, this::refused));
        main.addClassName("cards");
        side.addClassName("cards");
        Div columns = new Div(main, side);
        columns.addClassNames("card-columns", "my-access");
        show(refusal, columns);
    }

    private List<Component> actions(AccountSummary account) {
        List<Component> actions = new ArrayList<>();
        actions.add(
                Actions.plain("Change…", Symbol.PENCIL, () -> new AccountDialog(parts, account, this::renew).open()));
        if (account.local() && account.enabled()) {
            actions.add(Actions.plain("Reset link", Symbol.LINK, () -> attempt(() -> ResetLink.show(parts, account))));
        }
        actions.add(
                account.enabled()
                        ? Actions.danger("Disable", Symbol.BAN, () -> askToDisable(account))
                        : Actions.plain("Enable", Symbol.CHECK, () -> switched(account, true)));
        return actions;
    }

    private void askToDisable(AccountSummary account) {
        DangerDialog.ask(
                "Disable " + account.displayName() + "?",
                "All sessions of " + account.name()
                        + " end within a second, and all its personal tokens are revoked for"
                        + " good, with the service tokens that were made by them. Enabling the account lets "
                        + account.name() + " sign in again and brings no token back.",
                "Disable",
                () -> switched(account, false));
    }

    private void switched(AccountSummary account, boolean enabled) {
        attempt(() -> {
            parts.accounts().change(parts.reader(), account.id(), AccountEdit.enabled(enabled));
            renew();
        });
    }

    private void attempt(Runnable action) {
        refusal.removeAll();
        Tried.of(action).ifPresent(this::refused);
    }

    private void refused(String why) {
        refusal.removeAll();
        refusal.add(new Note(State.FAILED, why));
    }
}
