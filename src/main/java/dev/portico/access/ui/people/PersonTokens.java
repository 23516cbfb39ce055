package dev.portico.access.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.AccountSummary;
import dev.portico.access.TokenQuery;
import dev.portico.access.TokenSummary;
import dev.portico.access.Tokens;
import dev.portico.access.ui.frame.Tried;
import dev.portico.look.Actions;
import dev.portico.look.Card;
import dev.portico.look.DangerDialog;
import dev.portico.look.RelativeTime;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.List;
import java.util.function.Consumer;

/// The living tokens that act as an account, as far as the reader manages them, with a way to end each.
@Tag("div")
final class PersonTokens extends HtmlContainer {

    private final transient PeopleParts parts;
    private final transient AccountSummary account;
    private final transient Consumer<String> refused;

    /// @param refused told why something was refused
    PersonTokens(PeopleParts parts, AccountSummary account, Consumer<String> refused) {
        this.parts = parts;
        this.account = account;
        this.refused = refused;
        show();
    }

    private void show() {
        TokenQuery query = new TokenQuery("", TokenQuery.Kind.PERSONAL, TokenQuery.State.LIVING, "", account.name());
        List<TokenSummary> living = parts.tokens().find(parts.reader(), query, null, Tokens.LONGEST_LIST);
        removeAll();
        Card card = new Card("Tokens")
                .count(Words.number(living.size()))
                .end(new Anchor("access/tokens?state=any&owner=" + account.name(), "All, ended ones too"));
        add(
                living.isEmpty()
                        ? card.body(Text.second("None that counts."))
                        : card.rows(living.stream().map(this::row).toArray(Component[]::new)));
    }

    private Component row(TokenSummary token) {
        Span name = new Span(token.name());
        name.addClassName("strong");
        Div first = new Div(name, Text.mono(token.hint() + "…").styled("hint"));
        first.addClassNames("row", "wrap");
        Div second = new Div(
                new Span("Expires "),
                new RelativeTime(token.expiresAt()),
                token.lastUsedAt() == null
                        ? new Span(", never used")
                        : new Span(new Span(", used "), new RelativeTime(token.lastUsedAt())));
        second.addClassNames("small", "hint");
        Div words = new Div(first, second);
        words.addClassNames("col", "tight", "grow");
        return Row.item(words, Actions.sign(Symbol.TRASH_2, "Revoke " + token.name(), () -> ask(token)));
    }

    private void ask(TokenSummary token) {
        DangerDialog.ask(
                "Revoke " + token.name() + "?",
                "Programs that use it are refused within a second, and so is every token that was made by it. This"
                        + " cannot be taken back.",
                "Revoke",
                () -> Tried.of(() -> parts.tokens().revoke(parts.reader(), token.id()))
                        .ifPresentOrElse(refused, this::show));
    }
}
