package dev.portico.access.ui.tokens;

import dev.portico.access.Access;
import dev.portico.access.LeakedTokens;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.access.Spaces;
import dev.portico.access.SubjectNames;
import dev.portico.access.TokenRotation;
import dev.portico.access.TokenSummary;
import dev.portico.access.Tokens;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.access.ui.frame.AccessTabs;
import dev.portico.kernel.Reader;
import dev.portico.look.PageTabs;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What the screen of tokens asks.
@Component
record TokenParts(
        Tokens tokens,
        TokenRotation rotation,
        LeakedTokens leaked,
        Spaces spaces,
        Access access,
        Permissions permissions,
        Readers readers,
        SubjectNames names,
        AccessTabs frame) {

    Reader reader() {
        return readers.current();
    }

    PageTabs tabs(AccessTab shown) {
        return frame.bar(shown);
    }

    /// The names of all permissions, which are what scopes name.
    List<String> scopes() {
        return permissions.all().stream().map(Permission::name).sorted().toList();
    }

    /// What the owners of tokens are called, by the names of their accounts.
    Map<String, String> owners(Collection<TokenSummary> tokens) {
        Map<String, String> subjects = new HashMap<>();
        tokens.stream()
                .flatMap(token -> Optional.ofNullable(token.owner()).stream())
                .forEach(owner -> subjects.put(owner, "account:" + owner));
        Map<String, String> words = names.of(subjects.values());
        subjects.replaceAll((owner, subject) -> words.getOrDefault(subject, owner));
        return subjects;
    }

    /// Whether the reader may open the pages of people.
    boolean people() {
        return permissions
                .named(AccessTab.PEOPLE.permission())
                .filter(named -> access.open(reader(), named))
                .isPresent();
    }
}
