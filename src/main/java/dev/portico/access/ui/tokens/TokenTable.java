package dev.portico.access.ui.tokens;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.TokenSummary;
import dev.portico.look.Actions;
import dev.portico.look.RelativeTime;
import dev.portico.look.Symbol;
import dev.portico.look.Table;
import dev.portico.look.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Tokens as a table: whose each is, what it may and where, and since when it was used last; with what can be done.
final class TokenTable extends Div {

    private final transient Does does;
    private final boolean people;
    private final transient Instant now = Instant.now();
    private final Table table = new Table(
                    "Tokens",
                    List.of(
                            new Table.Column("Token", Table.Kind.WORDS),
                            new Table.Column("Owner", Table.Kind.WIDE),
                            new Table.Column("May", Table.Kind.WIDE),
                            new Table.Column("Where", Table.Kind.WIDE),
                            new Table.Column("Created", Table.Kind.WIDE),
                            new Table.Column("Last used", Table.Kind.WIDE),
                            new Table.Column("Expires", Table.Kind.WIDE),
                            new Table.Column("State", Table.Kind.WORDS),
                            new Table.Column(" Actions", Table.Kind.NUMBER)))
            .reachable("Tokens");

    /// What can be done with a token.
    interface Does {

        /// Whether whoever looks may have it get another text.
        boolean rotates(TokenSummary token);

        void rotate(TokenSummary token);

        void revoke(TokenSummary token);
    }

    /// @param people whether whoever looks may open the page of an owner
    TokenTable(Does does, boolean people) {
        this.does = does;
        this.people = people;
        addClassNames("card", "token-table");
        add(table);
    }

    /// @param owners what their owners are called, by the names of the accounts
    void add(List<TokenSummary> tokens, Map<String, String> owners) {
        tokens.forEach(token -> table.row(
                name(token, owners),
                owner(token, owners),
                may(token),
                Text.second(TokenWords.spaces(token)),
                new RelativeTime(token.createdAt(), now),
                time(token.lastUsedAt()),
                new RelativeTime(token.expiresAt(), now),
                TokenWords.badge(token, now),
                actions(token)));
    }

    private Component name(TokenSummary token, Map<String, String> owners) {
        Span name = new Span(token.name());
        name.addClassName("strong");
        String owner = token.owner() == null ? "service" : "of " + owners.getOrDefault(token.owner(), token.owner());
        return cell(
                name,
                Text.mono(token.hint() + "…").styled("hint"),
                Text.second(owner + ", expires " + RelativeTime.words(token.expiresAt(), now))
                        .styled("small", "on-phone"));
    }

    private Component owner(TokenSummary token, Map<String, String> owners) {
        String owner = token.owner();
        if (owner == null) {
            return cell(
                    new Span("Service"),
                    Text.second(String.join(", ", new TreeSet<>(token.roles()))).styled("small"));
        }
        String name = owners.getOrDefault(owner, owner);
        HtmlComponent shown = people ? new Anchor("access/people/" + owner, name) : new Span(name);
        shown.setTitle("The account " + owner);
        return shown;
    }

    private static Component may(TokenSummary token) {
        Text words = token.scopes() == null
                ? Text.second(TokenWords.scopes(token))
                : Text.mono(TokenWords.scopes(token)).styled("small");
        return words.styled("wrap-anywhere");
    }

    private Component time(@Nullable Instant at) {
        return at == null ? Text.hint("Never") : new RelativeTime(at, now);
    }

    private Component actions(TokenSummary token) {
        Div actions = new Div();
        actions.addClassName("row-actions");
        if (TokenWords.living(token, now)) {
            if (does.rotates(token)) {
                actions.add(Actions.sign(Symbol.REFRESH_CW, "Rotate " + token.name(), () -> does.rotate(token)));
            }
            actions.add(Actions.sign(Symbol.TRASH_2, "Revoke " + token.name(), () -> does.revoke(token)));
        }
        return actions;
    }

    private static Div cell(Component... lines) {
        Div cell = new Div(lines);
        cell.addClassName("two-line");
        return cell;
    }
}
