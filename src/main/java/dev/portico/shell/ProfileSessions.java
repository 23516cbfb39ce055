package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Accounts;
import dev.portico.access.Readers;
import dev.portico.access.SessionSummary;
import dev.portico.access.Sessions;
import dev.portico.look.Actions;
import dev.portico.look.AgentWords;
import dev.portico.look.Badge;
import dev.portico.look.Card;
import dev.portico.look.RelativeTime;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.List;
import java.util.UUID;

/// Where one is signed in, and the way out of each session or of all of them.
@Tag("div")
final class ProfileSessions extends HtmlContainer {

    private final transient Accounts accounts;
    private final transient Sessions sessions;
    private final transient Readers readers;
    private final UUID account;

    ProfileSessions(UUID account, Accounts accounts, Sessions sessions, Readers readers) {
        this.account = account;
        this.accounts = accounts;
        this.sessions = sessions;
        this.readers = readers;
        show();
    }

    private void show() {
        List<SessionSummary> open = sessions.own(readers.current());
        removeAll();
        Div all = new Div(
                Actions.plain("Sign out everywhere", Symbol.LOG_OUT, this::everywhere),
                Text.hint("Ends this session too. Tokens stay.").styled("small"));
        all.addClassNames("col", "form");
        add(new Card("Sessions")
                .count(Words.number(open.size()))
                .rows(open.stream().map(this::row).toArray(Component[]::new))
                .body(all));
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
                : Row.item(words, Actions.sign(Symbol.LOG_OUT, "End the session of " + browser, () -> {
                    sessions.end(readers.current(), session.id());
                    show();
                }));
    }

    private void everywhere() {
        accounts.signOutEverywhere(readers.current(), account);
        leave(this);
    }

    /// Leads to the sign-in page, since the session has ended.
    static void leave(Component part) {
        part.getUI().ifPresent(ui -> ui.getPage().setLocation("login"));
    }
}
