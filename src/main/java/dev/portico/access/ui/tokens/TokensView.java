package dev.portico.access.ui.tokens;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.RequiresPermission;
import dev.portico.access.Space;
import dev.portico.access.TokenSummary;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.access.ui.frame.Tried;
import dev.portico.look.Actions;
import dev.portico.look.DangerDialog;
import dev.portico.look.EmptyState;
import dev.portico.look.Note;
import dev.portico.look.Page;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Toolbar;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The tokens that the reader manages, newest first: what narrows them above, and a table that is read on by parts. The
/// address says what is listed.
@Route(TokenFilter.PATH)
@PageTitle("Tokens · Portico")
@RequiresPermission("access.token.manage")
final class TokensView extends Page implements BeforeEnterObserver, TokenTable.Does {

    private static final int PART = 50;

    private final transient TokenParts parts;
    private final TokenChoices choices = new TokenChoices(this::go);
    private final Div news = new Div();
    private final Div list = new Div();
    private transient TokenFilter filter = TokenFilter.NONE;

    TokensView(TokenParts parts) {
        this.parts = parts;
        news.addClassName("refusal");
        news.getElement().setAttribute("role", "status");
        Toolbar toolbar = new Toolbar(choices);
        toolbar.addClassName("flush");
        show(toolbar, news, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = TokenFilter.of(event.getLocation().getQueryParameters());
        choices.show(
                filter,
                parts.spaces().list(parts.reader()).stream().map(Space::name).toList());
        header().clear()
                .title("Access")
                .actions(List.of(
                        Actions.plain("Report a leak…", Symbol.TRIANGLE_ALERT, this::askForLeak),
                        Actions.primary("New service token", Symbol.PLUS, this::askForNew)))
                .tabs(parts.tabs(AccessTab.TOKENS));
        news.removeAll();
        renew();
    }

    private void renew() {
        TokenTable table = new TokenTable(this, parts.people());
        if (read(table, null).isEmpty()) {
            list.removeAll();
            list.add(none());
        }
    }

    /// Reads on and shows it, with a way to go on where there may be more.
    private List<TokenSummary> read(TokenTable table, @Nullable UUID after) {
        List<TokenSummary> part = parts.tokens().find(parts.reader(), filter.query(), after, PART);
        table.add(part, parts.owners(part));
        List<Component> shown = new ArrayList<>(List.of(table));
        if (part.size() == PART) {
            UUID last = part.getLast().id();
            Div more = new Div(Actions.plain("Show more", Symbol.CHEVRON_DOWN, () -> read(table, last)));
            more.addClassName("show-more");
            shown.add(more);
        }
        list.removeAll();
        list.add(shown);
        return part;
    }

    private EmptyState none() {
        return filter.narrows()
                ? new EmptyState("No token fits", "None that you manage has all that the filters ask for.")
                        .actions(new Anchor(TokenFilter.PATH, "Clear filters"))
                : new EmptyState(
                        "No tokens", "Programs call Portico with tokens. People make theirs on their profile.");
    }

    private void askForNew() {
        new TokenDialog(parts, this::renew).open();
    }

    private void askForLeak() {
        new LeakDialog(parts, () -> {
                    say(State.PASSED, "If it was the text of a token, that token is revoked, and what it made.");
                    renew();
                })
                .open();
    }

    @Override
    public boolean rotates(TokenSummary token) {
        return token.owner() == null || parts.reader().subject().equals("account:" + token.owner());
    }

    @Override
    public void rotate(TokenSummary token) {
        new RotationDialog(parts, token, this::renew).open();
    }

    @Override
    public void revoke(TokenSummary token) {
        DangerDialog.ask(
                "Revoke " + token.name() + "?",
                "Programs that use it are refused within a second, and so is every token that was made by it. This"
                        + " cannot be taken back.",
                "Revoke",
                () -> Tried.of(() -> parts.tokens().revoke(parts.reader(), token.id()))
                        .ifPresentOrElse(why -> say(State.FAILED, why), () -> {
                            say(State.PASSED, "The token " + token.name() + " is revoked.");
                            renew();
                        }));
    }

    private void say(State state, String words) {
        news.removeAll();
        news.add(new Note(state, words));
    }

    private void go(TokenFilter asked) {
        getUI().ifPresent(ui -> ui.navigate(TokenFilter.PATH, asked.parameters()));
    }
}
