package dev.portico.shell;

import dev.portico.access.Access;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.Entity;
import dev.portico.catalog.Facet;
import dev.portico.catalog.RelationType;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What counts as a reader's own: what they or their groups own, and the groups that they lead.
@Component
final class HomeOwners {

    private static final String LEADS = "portico.dev/leads";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Catalog catalog;
    private final Preferences preferences;
    private final Access access;

    /// Whose things a home page shows.
    ///
    /// @param owners as a facet of owners names them
    /// @param teams  whether these are the reader's teams
    /// @param choice whether the reader can choose between their own things and those of their teams
    record Whose(Set<String> owners, boolean teams, boolean choice) {

        /// What they own; empty where nobody is meant.
        Optional<CatalogQuery> owned() {
            return owners.isEmpty()
                    ? Optional.empty()
                    : Optional.of(CatalogQuery.everything().with(Facet.OWNER, owners));
        }
    }

    HomeOwners(Catalog catalog, Preferences preferences, Access access) {
        this.catalog = catalog;
        this.preferences = preferences;
        this.access = access;
    }

    /// The reader's User entity and groups, as a facet of owners names them.
    private static Set<String> mine(Reader reader) {
        Set<String> mine = reader.groups().stream().map(EntityRef::toString).collect(Collectors.toSet());
        @Nullable EntityRef user = reader.user();
        if (user != null) {
            mine.add(user.toString());
        }
        return mine;
    }

    /// Whose things the reader wants to see: their own with their groups', or those of the groups they lead as well.
    Whose whose(Reader reader) {
        Set<String> mine = mine(reader);
        Set<String> all = new LinkedHashSet<>(mine);
        teams(reader).forEach(team -> all.add(team.toString()));
        boolean choice = all.size() > mine.size();
        boolean teams = choice && preferences.of(reader).teams();
        return new Whose(teams ? all : mine, teams, choice);
    }

    /// What the reader is, as far as it decides which cards they begin with.
    HomeRole role(Reader reader) {
        Set<String> roles = access.roles(reader).stream().map(HeldRole::role).collect(Collectors.toSet());
        if (roles.contains("admin")) {
            return HomeRole.ADMIN;
        }
        if (!led(reader).isEmpty()) {
            return HomeRole.LEAD;
        }
        return Set.of("guest").containsAll(roles) ? HomeRole.GUEST : HomeRole.ENGINEER;
    }

    /// The groups that a reader leads, as the annotation `portico.dev/leads` of their User entity names them.
    List<EntityRef> led(Reader reader) {
        @Nullable EntityRef user = reader.user();
        if (user == null) {
            return List.of();
        }
        return catalog.entity(user, reader).map(HomeOwners::leads).orElse(List.of());
    }

    /// The groups that a reader looks after: those led with the groups right below them, else those they are in.
    Set<EntityRef> teams(Reader reader) {
        Set<EntityRef> teams = new LinkedHashSet<>();
        for (EntityRef group : led(reader)) {
            teams.add(group);
            catalog.entity(group, reader).ifPresent(entity -> entity.relations().stream()
                    .filter(relation -> relation.type().equals(RelationType.CHILD_OF.inverse()))
                    .forEach(relation -> teams.add(relation.target())));
        }
        return teams.isEmpty() ? reader.groups() : teams;
    }

    private static List<EntityRef> leads(Entity user) {
        JsonNode named =
                JSON.readTree(user.json()).path("metadata").path("annotations").path(LEADS);
        return Stream.of(named.asString("").split("[,\\s]+", -1))
                .filter(name -> !name.isBlank())
                .flatMap(name -> group(name, user.summary().ref().namespace()).stream())
                .distinct()
                .toList();
    }

    /// The group that a text names; empty where it names none.
    private static Optional<EntityRef> group(String text, String namespace) {
        try {
            return Optional.of(EntityRef.parse(text, "group", namespace));
        } catch (Refusal.InvalidInput noReference) {
            return Optional.empty();
        }
    }
}
