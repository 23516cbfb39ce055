package dev.portico.access.ui.spaces;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.RequiresPermission;
import dev.portico.access.Space;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.access.ui.frame.Tried;
import dev.portico.look.Actions;
import dev.portico.look.DangerDialog;
import dev.portico.look.Note;
import dev.portico.look.Page;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import java.util.List;
import java.util.Map;

/// One space: its groups, how much belongs to it, its roles and tokens, and what may be changed.
@Route(SpaceWords.PATH + "/:space")
@PageTitle("Space · Portico")
@RequiresPermission("access.space.read")
final class SpaceView extends Page implements BeforeEnterObserver {

    private final transient SpaceParts parts;
    private final transient SpaceCards cards;
    private final Div refusal = new Div();
    private String name = "";

    SpaceView(SpaceParts parts) {
        this.parts = parts;
        this.cards = new SpaceCards(parts);
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        name = event.getRouteParameters().get("space").orElse("");
        renew();
    }

    private void renew() {
        Space space = parts.spaces().space(parts.reader(), name);
        refusal.removeAll();
        header().clear()
                .crumbs(space.title(), new Anchor(SpaceWords.PATH, "Spaces"))
                .title(space.title())
                .sub(space.description())
                .tabs(parts.tabs(AccessTab.SPACES))
                .actions(actions(space));
        Div main = new Div(cards.roles(space));
        if (parts.seesTokens()) {
            main.add(cards.tokens(space));
        }
        Div side = new Div(cards.facts(space), cards.groups(space));
        main.addClassName("cards");
        side.addClassName("cards");
        Div columns = new Div(main, side);
        columns.addClassNames("card-columns", "my-access");
        show(refusal, columns);
    }

    private List<Component> actions(Space space) {
        return parts.spaces().mayChange(parts.reader(), space)
                ? List.of(
                        Actions.plain(
                                "Change…", Symbol.PENCIL, () -> new SpaceDialog(parts).change(space, this::renew)),
                        Actions.danger("Delete", Symbol.TRASH_2, () -> ask(space)))
                : List.of();
    }

    private void ask(Space space) {
        attempt(() -> {
            Map<String, Long> along = parts.spaces().belongings(parts.reader(), space.name());
            DangerDialog.ask(
                    "Delete " + space.title() + "?",
                    SpaceWords.belongings(along)
                            + " What its groups own in the catalog otherwise stays. This cannot be taken back.",
                    "Delete",
                    () -> delete(space));
        });
    }

    private void delete(Space space) {
        attempt(() -> {
            parts.spaces().delete(parts.reader(), space.name(), space.version());
            getUI().ifPresent(ui -> ui.navigate(SpaceWords.PATH));
        });
    }

    private void attempt(Runnable action) {
        refusal.removeAll();
        Tried.of(action).ifPresent(why -> refusal.add(new Note(State.FAILED, why)));
    }
}
