package dev.portico.access.ui.spaces;

import dev.portico.access.Access;
import dev.portico.access.Permissions;
import dev.portico.access.Policies;
import dev.portico.access.ReachQuestion;
import dev.portico.access.Readers;
import dev.portico.access.Role;
import dev.portico.access.Simulator;
import dev.portico.access.Spaces;
import dev.portico.access.SubjectNames;
import dev.portico.access.TokenQuery;
import dev.portico.access.TokenSummary;
import dev.portico.access.Tokens;
import dev.portico.access.ui.condition.Suggestions;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.access.ui.frame.AccessTabs;
import dev.portico.kernel.Reader;
import dev.portico.look.PageTabs;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the screens of spaces ask, each as far as the reader may know of it.
@Component
record SpaceParts(
        Spaces spaces,
        Policies policies,
        Tokens tokens,
        Simulator simulator,
        Suggestions suggestions,
        Access access,
        Permissions permissions,
        Readers readers,
        AccessTabs frame,
        SubjectNames names) {

    private static final String READ_ENTITY = "catalog.entity.read";

    Reader reader() {
        return readers.current();
    }

    PageTabs tabs(AccessTab shown) {
        return frame.bar(shown);
    }

    /// How many entities of the space the reader may read.
    long entities(String space) {
        ReachQuestion question = new ReachQuestion(null, null, READ_ENTITY, null);
        return simulator.reach(reader().within(space), question).count();
    }

    /// Whether the reader may see roles at all.
    boolean seesRoles() {
        return open(AccessTab.ROLES.permission());
    }

    /// Whether the reader manages tokens at all.
    boolean seesTokens() {
        return open(AccessTab.TOKENS.permission());
    }

    /// The roles in force that hold in a space alone, of whichever; none where the reader may see no roles.
    List<Role> roles() {
        if (!seesRoles()) {
            return List.of();
        }
        Reader reader = reader();
        return policies.policy(reader, policies.inForce(reader).number()).roles().stream()
                .filter(role -> role.space() != null)
                .toList();
    }

    /// The living tokens that are limited to a space, as far as the reader manages them.
    List<TokenSummary> tokens(String space) {
        return seesTokens()
                ? tokens.find(
                        reader(),
                        new TokenQuery("", TokenQuery.Kind.ANY, TokenQuery.State.LIVING, space, ""),
                        null,
                        Tokens.LONGEST_LIST)
                : List.of();
    }

    private boolean open(String permission) {
        return permissions
                .named(permission)
                .filter(named -> access.open(reader(), named))
                .isPresent();
    }
}
