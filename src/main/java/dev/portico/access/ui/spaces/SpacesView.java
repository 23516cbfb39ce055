package dev.portico.access.ui.spaces;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.RequiresPermission;
import dev.portico.access.Role;
import dev.portico.access.Space;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.look.Actions;
import dev.portico.look.EmptyState;
import dev.portico.look.Page;
import dev.portico.look.RelativeTime;
import dev.portico.look.Symbol;
import dev.portico.look.Table;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.List;

/// The spaces that the reader may see, each with its groups and how much there is of what.
@Route(SpaceWords.PATH)
@PageTitle("Spaces · Portico")
@RequiresPermission("access.space.read")
final class SpacesView extends Page implements BeforeEnterObserver {

    private final transient SpaceParts parts;

    SpacesView(SpaceParts parts) {
        this.parts = parts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Space> spaces = parts.spaces().list(parts.reader());
        boolean mayCreate = parts.spaces().mayCreate(parts.reader());
        header().clear()
                .title("Access")
                .count(Words.count(spaces.size(), "space", "spaces"))
                .actions(mayCreate ? List.of(Actions.primary("New space", Symbol.PLUS, this::begin)) : List.of())
                .tabs(parts.tabs(AccessTab.SPACES));
        show(spaces.isEmpty() ? none(mayCreate) : table(spaces));
    }

    private static EmptyState none(boolean mayCreate) {
        return new EmptyState(
                "No spaces",
                mayCreate
                        ? "A space is what some groups own, with roles, tokens and sources of its own. Make one to hand it"
                                + " to a team."
                        : "There is no space that you may see.");
    }

    private Component table(List<Space> spaces) {
        boolean roles = parts.seesRoles();
        boolean tokens = parts.seesTokens();
        List<Table.Column> columns = new ArrayList<>(List.of(
                new Table.Column("Space", Table.Kind.WORDS),
                new Table.Column("Groups", Table.Kind.WIDE),
                new Table.Column("Entities", Table.Kind.NUMBER)));
        if (roles) {
            columns.add(new Table.Column("Roles", Table.Kind.WIDE_NUMBER));
        }
        if (tokens) {
            columns.add(new Table.Column("Tokens", Table.Kind.WIDE_NUMBER));
        }
        columns.add(new Table.Column("Changed", Table.Kind.WIDE));
        Table table = new Table("Spaces", columns);
        List<Role> held = parts.roles();
        for (Space space : spaces) {
            List<Component> cells =
                    new ArrayList<>(List.of(name(space), groups(space), number(parts.entities(space.name()))));
            if (roles) {
                cells.add(number(held.stream()
                        .filter(role -> space.name().equals(role.space()))
                        .count()));
            }
            if (tokens) {
                cells.add(number(parts.tokens(space.name()).size()));
            }
            cells.add(new RelativeTime(space.changedAt()));
            table.row(cells.toArray(Component[]::new));
        }
        Div card = new Div(table);
        card.addClassNames("card", "space-table");
        return card;
    }

    private static Component name(Space space) {
        Anchor link = new Anchor(SpaceWords.address(space.name()), space.title());
        link.addClassName("strong");
        Div cell = new Div(link, Text.hint(space.name()).styled("small"));
        cell.addClassName("two-line");
        return cell;
    }

    private static Component groups(Space space) {
        return space.groups().isEmpty() ? Text.hint("None") : Text.second(SpaceWords.groups(space.groups()));
    }

    private static Component number(long number) {
        return number == 0 ? Text.hint("0") : new Span(Words.number(number));
    }

    private void begin() {
        new SpaceDialog(parts).create(space -> getUI().ifPresent(ui -> ui.navigate(SpaceWords.address(space.name()))));
    }
}
