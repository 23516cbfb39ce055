package dev.portico.access.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.AccountSummary;
import dev.portico.access.SessionSummary;
import dev.portico.access.ui.frame.Tried;
import dev.portico.look.Actions;
import dev.portico.look.AgentWords;
import dev.portico.look.Badge;
import dev.portico.look.Card;
import dev.portico.look.DangerDialog;
import dev.portico.look.RelativeTime;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.List;
import java.util.function.Consumer;

/// Where an account is signed in, with a way to end each session, or all of them.
@Tag("div")
final class PersonSessions extends HtmlContainer {

    private final transient PeopleParts parts;
    private final transient AccountSummary account;
    private final transient Consumer<String> refused;

    /// @param refused told why something was refused
    PersonSessions(PeopleParts parts, AccountSummary account, Consumer<String> refused) {
        this.parts = parts;
        this.account = account;
        this.refused = refused;
        show();
    }

    private void show() {
        List<SessionSummary> open = parts.sessions().of(parts.reader(), account.id());
        removeAll();
        Card card = new Card("Sessions").count(Words.number(open.size()));
        if (open.isEmpty()) {
            add(card.body(Text.second("Not signed in anywhere.")));
            return;
        }
        Div all = new Div(
                Actions.plain("Sign out everywhere", Symbol.LOG_OUT, this::ask),
                Text.hint("Tokens stay.").styled("small"));
        all.addClassNames("col", "form");
        add(card.rows(open.stream().map(this::row).toArray(Component[]::new)).body(all));
    }

    private Component row(SessionSummary session) {
        String browser = AgentWords.of(session.agent());
        Span name = new Span(browser);
        name.addClassName("strong");
        Div since = new Div(
                new Span("Since "), new RelativeTime(session.startedAt()), new Span(", from " + session.address()));
        since.addClassNames("small", "hint");
        Div words = new Div(name, since);
        words.addClassNames("col", "tight", "grow");
        return session.current()
                ? Row.item(words, new Badge("This one"))
                : Row.item(
                        words,
                        Actions.sign(
                                Symbol.LOG_OUT,
                                "End the session of " + browser,
                                () -> attempt(() -> parts.sessions().end(parts.reader(), account.id(), session.id()))));
    }

    private void ask() {
        DangerDialog.ask(
                "Sign " + account.displayName() + " out everywhere?",
                "All sessions of " + account.name() + " end within a second, on every node. Tokens stay.",
                "Sign out",
                () -> attempt(() -> parts.accounts().signOutEverywhere(parts.reader(), account.id())));
    }

    private void attempt(Runnable action) {
        Tried.of(action).ifPresentOrElse(refused, this::show);
    }
}
