package dev.portico.access.ui.spaces;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Role;
import dev.portico.access.Space;
import dev.portico.access.TokenSummary;
import dev.portico.kernel.EntityRef;
import dev.portico.look.AskLink;
import dev.portico.look.Card;
import dev.portico.look.EntityLink;
import dev.portico.look.Facts;
import dev.portico.look.Note;
import dev.portico.look.RelativeTime;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The cards of a space's page.
final class SpaceCards {

    /// So many groups fit into the address of a list.
    private static final int MOST_OWNERS = 40;

    private final SpaceParts parts;

    SpaceCards(SpaceParts parts) {
        this.parts = parts;
    }

    Card facts(Space space) {
        long entities = parts.entities(space.name());
        Set<EntityRef> owners = parts.spaces().groups(space.name());
        String count = Words.count(entities, "entity", "entities");
        Component catalog =
                owners.isEmpty() || owners.size() > MOST_OWNERS ? new Span(count) : new Anchor(catalog(owners), count);
        return new Card("Space")
                .body(new Facts()
                        .fact("Name", Text.mono(space.name()))
                        .fact("Catalog", catalog, Text.hint("that you may read").styled("small"))
                        .fact("Made by", parts.names().of(space.createdBy()))
                        .fact("Since", new RelativeTime(space.createdAt()))
                        .fact("Changed", new RelativeTime(space.changedAt())));
    }

    Card groups(Space space) {
        Card card = new Card("Groups").count(Words.number(space.groups().size()));
        int below = parts.spaces().groups(space.name()).size() - space.groups().size();
        if (space.groups().isEmpty()) {
            return card.body(Text.second("None yet, so nothing belongs to the space."));
        }
        card.rows(space.groups().stream()
                .sorted(Comparator.comparing(EntityRef::shortName))
                .map(group -> Row.item(new EntityLink(group, group.shortName(), Symbol.USERS)))
                .toArray(Component[]::new));
        return below > 0
                ? card.body(Text.hint("And " + Words.count(below, "group below them", "groups below them"))
                        .styled("small"))
                : card;
    }

    Card roles(Space space) {
        Card card = new Card("Roles that hold here alone");
        if (!parts.seesRoles()) {
            return card.body(new Note(State.INFO, "Your roles do not let you see them.")
                    .actions(new AskLink("access.policy.read")));
        }
        List<Role> roles = parts.roles().stream()
                .filter(role -> space.name().equals(role.space()))
                .toList();
        card.count(Words.number(roles.size()));
        return roles.isEmpty()
                ? card.body(Text.second("None. To hand the space over, make a role of it that includes space-admin."))
                : card.rows(roles.stream().map(SpaceCards::row).toArray(Component[]::new));
    }

    Card tokens(Space space) {
        List<TokenSummary> tokens = parts.tokens(space.name());
        Card card = new Card("Tokens that are limited to it")
                .count(Words.number(tokens.size()))
                .end(new Anchor("access/tokens?space=" + space.name(), "Manage"));
        return tokens.isEmpty()
                ? card.body(Text.second("None that you manage."))
                : card.rows(tokens.stream().map(SpaceCards::row).toArray(Component[]::new));
    }

    private static Row row(Role role) {
        Anchor name = new Anchor("access?role=" + role.name(), role.name());
        name.addClassName("strong");
        String members = Words.count(role.members().size(), "member", "members");
        Div words = new Div(name, Text.second(role.description()));
        words.addClassNames("col", "tight", "grow");
        return Row.item(words, Text.hint(members)).styled("top");
    }

    private static Row row(TokenSummary token) {
        Span name = new Span(token.name());
        name.addClassName("strong");
        Div words = new Div(
                name,
                Text.second(token.owner() == null ? "Service" : "Of " + token.owner())
                        .styled("small"));
        words.addClassNames("col", "tight", "grow");
        return Row.item(words, new Span(new Span("Expires "), new RelativeTime(token.expiresAt())));
    }

    private static String catalog(Set<EntityRef> owners) {
        return owners.stream()
                .map(EntityRef::toString)
                .sorted()
                .map(owner -> "owner=" + owner)
                .collect(Collectors.joining("&", "catalog?", ""));
    }
}
