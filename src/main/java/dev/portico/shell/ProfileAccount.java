package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.AccountSummary;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.EntitySummary;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Card;
import dev.portico.look.EntityLink;
import dev.portico.look.Facts;
import dev.portico.look.RelativeTime;
import dev.portico.look.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Who one is: the account, and the person and the groups of the catalog that it stands for.
final class ProfileAccount {

    private ProfileAccount() {}

    static Card of(AccountSummary account, Reader reader, Catalog catalog) {
        Facts facts = new Facts()
                .fact("Name", account.displayName())
                .fact("Signs in as", Text.mono(account.name()))
                .fact("Mail", account.email() == null ? Text.hint("None") : new Span(account.email()))
                .fact("Sign-in", signIn(account.issuer()))
                .fact("Person", person(reader, catalog))
                .fact("Groups", groups(reader, catalog))
                .fact("Since", new RelativeTime(account.createdAt()));
        return new Card("Account").body(facts);
    }

    private static Component signIn(@Nullable String issuer) {
        return issuer == null
                ? new Span("Name and password")
                : new Span(new Span("Through "), new Anchor(issuer, issuer));
    }

    private static Component[] person(Reader reader, Catalog catalog) {
        @Nullable EntityRef user = reader.user();
        if (user == null) {
            return new Component[] {
                Text.hint("No User entity of the catalog carries your account's name, so nothing counts as yours.")
            };
        }
        return links(Set.of(user), reader, catalog);
    }

    private static Component[] groups(Reader reader, Catalog catalog) {
        return reader.groups().isEmpty()
                ? new Component[] {Text.hint("None")}
                : links(reader.groups(), reader, catalog);
    }

    private static Component[] links(Set<EntityRef> refs, Reader reader, Catalog catalog) {
        Map<EntityRef, EntitySummary> known = catalog.summaries(refs, reader);
        List<Component> links = new ArrayList<>();
        Comparator<EntityRef> byLabel = Comparator.comparing(ref -> label(ref, known));
        Set<EntityRef> sorted = new TreeSet<>(byLabel.thenComparing(EntityRef::toString));
        sorted.addAll(refs);
        for (EntityRef ref : sorted) {
            @Nullable EntitySummary entity = known.get(ref);
            links.add(
                    entity == null
                            ? EntityLink.missing(ref)
                            : new EntityLink(ref, entity.label(), Found.symbol(entity)));
        }
        return links.toArray(Component[]::new);
    }

    private static String label(EntityRef ref, Map<EntityRef, EntitySummary> known) {
        @Nullable EntitySummary entity = known.get(ref);
        return entity == null ? ref.shortName() : entity.label();
    }
}
