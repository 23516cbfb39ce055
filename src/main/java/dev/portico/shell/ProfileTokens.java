package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.NewToken;
import dev.portico.access.Readers;
import dev.portico.access.Spaces;
import dev.portico.access.TokenSummary;
import dev.portico.access.Tokens;
import dev.portico.look.Actions;
import dev.portico.look.Card;
import dev.portico.look.CopyButton;
import dev.portico.look.DangerDialog;
import dev.portico.look.Note;
import dev.portico.look.RelativeTime;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The tokens that act as oneself: those that count, a way to end each, and a form for another. The text of a new one
/// is shown this once.
@Tag("div")
final class ProfileTokens extends HtmlContainer {

    private final transient Tokens tokens;
    private final transient Readers readers;
    private final transient Spaces spaces;
    private final boolean mayMake;

    ProfileTokens(Tokens tokens, Readers readers, Spaces spaces, boolean mayMake) {
        this.tokens = tokens;
        this.readers = readers;
        this.spaces = spaces;
        this.mayMake = mayMake;
        show();
    }

    private void show(Component... news) {
        Instant now = Instant.now();
        List<TokenSummary> living = tokens.own(readers.current()).stream()
                .filter(token -> token.revokedAt() == null && token.expiresAt().isAfter(now))
                .toList();
        removeAll();
        Card card = new Card("Tokens").count(Words.number(living.size()));
        Div body = new Div(news);
        body.addClassName("col");
        if (living.isEmpty() && news.length == 0) {
            body.add(Text.second(
                    mayMake
                            ? "None yet. A token lets a program of yours call Portico as you, within your rights."
                            : "None, and none of your roles lets you make one."));
        }
        if (mayMake) {
            body.add(new TokenForm(tokens, readers, spaces.list(readers.current()), this::made));
        }
        card.rows(living.stream().map(this::row).toArray(Component[]::new));
        add(card.body(body));
    }

    private void made(NewToken made) {
        Div text = new Div(Text.mono(made.text()).styled("token-text"), new CopyButton(made.text()));
        text.addClassNames("row", "wrap");
        show(new Note(State.PASSED, "Copy the token " + made.token().name() + " now. It is not shown again.")
                .with(text));
    }

    private Component row(TokenSummary token) {
        Span name = new Span(token.name());
        name.addClassName("strong");
        Div first = new Div(name, Text.mono(token.hint() + "…").styled("hint"));
        first.addClassNames("row", "wrap");
        Div second = new Div(new Span("Ends "), new RelativeTime(token.expiresAt()), used(token));
        second.addClassNames("small", "hint");
        Div words = new Div(first, second);
        words.addClassNames("col", "tight", "grow");
        return Row.item(words, Actions.sign(Symbol.TRASH_2, "Revoke " + token.name(), () -> ask(token)));
    }

    private static Component used(TokenSummary token) {
        String limits = limits(token);
        return token.lastUsedAt() == null
                ? new Span(", never used" + limits)
                : new Span(new Span(", used "), new RelativeTime(token.lastUsedAt()), new Span(limits));
    }

    private static String limits(TokenSummary token) {
        Set<String> held = token.scopes();
        String scopes = held == null || held.contains("*")
                ? ""
                : held.isEmpty() ? ", limited to nothing" : ", limited to " + String.join(", ", new TreeSet<>(held));
        return token.spaces() == null ? scopes : scopes + ", in " + String.join(", ", new TreeSet<>(token.spaces()));
    }

    private void ask(TokenSummary token) {
        DangerDialog.ask(
                "Revoke " + token.name() + "?",
                "Programs that use it are refused within a second. This cannot be taken back.",
                "Revoke",
                () -> {
                    tokens.revoke(readers.current(), token.id());
                    show();
                });
    }
}
