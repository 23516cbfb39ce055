package dev.portico.access.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.AccountSummary;
import dev.portico.access.Person;
import dev.portico.kernel.EntityRef;
import dev.portico.look.Card;
import dev.portico.look.EntityLink;
import dev.portico.look.Facts;
import dev.portico.look.RelativeTime;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Who an account is: its names, by what it signs in, and the person and the groups of the catalog behind it.
final class PersonFacts {

    private PersonFacts() {}

    static Card card(Person person) {
        AccountSummary account = person.account();
        Facts facts = new Facts()
                .fact("Signs in as", Text.mono(account.name()))
                .fact("Mail", account.email() == null ? Text.hint("None") : new Span(account.email()))
                .fact("Sign-in", signIn(account))
                .fact("Person", user(person.user()))
                .fact("Groups", groups(person))
                .fact("Last seen", seen(account.lastSeenAt()))
                .fact("Since", new RelativeTime(account.createdAt()))
                .fact("Trail", new Anchor("audit?actor=account:" + account.name(), "What it did"));
        return new Card("Account").body(facts);
    }

    private static Component signIn(AccountSummary account) {
        return account.issuer() == null
                ? new Span("Name and password")
                : new Span(new Span("Through "), Text.mono(account.issuer()).styled("wrap-anywhere"));
    }

    private static Component user(@Nullable EntityRef user) {
        return user == null
                ? Text.hint("None in the catalog that you may read")
                : new EntityLink(user, user.shortName(), Symbol.USER);
    }

    private static Component[] groups(Person person) {
        if (person.groups().isEmpty()) {
            return new Component[] {Text.hint("None")};
        }
        return person.groups().stream()
                .sorted(Comparator.comparing(EntityRef::shortName))
                .map(group -> new EntityLink(group, group.shortName(), Symbol.USERS))
                .toArray(Component[]::new);
    }

    private static Component seen(@Nullable Instant at) {
        return at == null ? Text.hint("Never") : new RelativeTime(at);
    }
}
