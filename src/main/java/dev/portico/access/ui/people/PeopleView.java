package dev.portico.access.ui.people;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.AccountSummary;
import dev.portico.access.RequiresPermission;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.look.Actions;
import dev.portico.look.EmptyState;
import dev.portico.look.Page;
import dev.portico.look.Symbol;
import dev.portico.look.Toolbar;
import dev.portico.look.Words;
import java.util.List;

/// The people who have accounts: what narrows them above, and the list, which is read as it scrolls. The address says
/// what is listed.
@Route(PeopleFilter.PATH)
@PageTitle("People · Portico")
@RequiresPermission("access.account.manage")
final class PeopleView extends Page implements BeforeEnterObserver {

    private final transient PeopleParts parts;
    private final PeopleChoices choices = new PeopleChoices(this::go);
    private final Div list = new Div();
    private final PeopleGrid grid;

    PeopleView(PeopleParts parts) {
        this.parts = parts;
        this.grid = new PeopleGrid(parts.people(), parts.readers());
        list.addClassName("list");
        style("admin-list");
        show(new Toolbar(choices), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PeopleFilter filter = PeopleFilter.of(event.getLocation().getQueryParameters());
        int count = parts.people().count(parts.reader(), filter.query());
        choices.show(filter, parts.people().roles(parts.reader()));
        header().clear()
                .title("Access")
                .count(Words.count(count, "account", "accounts"))
                .actions(List.of(Actions.primary("New account", Symbol.USER_PLUS, this::begin)))
                .tabs(parts.tabs(AccessTab.PEOPLE));
        list.removeAll();
        if (count == 0) {
            list.add(none(filter));
        } else {
            list.add(grid);
            grid.show(filter.query(), count);
        }
    }

    private static EmptyState none(PeopleFilter filter) {
        return filter.narrows()
                ? new EmptyState("Nobody fits", "No account has all that the filters ask for.")
                        .actions(new Anchor(PeopleFilter.PATH, "Clear filters"))
                : new EmptyState("No accounts", "Nobody can sign in yet. Make an account, or connect your provider.");
    }

    private void begin() {
        new NewAccountDialog(parts, this::made).open();
    }

    private void made(AccountSummary account) {
        getUI().ifPresent(ui -> ui.navigate(PersonWords.address(account)));
    }

    private void go(PeopleFilter asked) {
        getUI().ifPresent(ui -> ui.navigate(PeopleFilter.PATH, asked.parameters()));
    }
}
