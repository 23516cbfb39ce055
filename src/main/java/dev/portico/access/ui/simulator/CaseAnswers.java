package dev.portico.access.ui.simulator;

import dev.portico.access.Decision;
import dev.portico.access.Explanations;
import dev.portico.access.Holders;
import dev.portico.access.Party;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Reach;
import dev.portico.access.Readers;
import dev.portico.access.Simulator;
import dev.portico.access.ui.frame.CatalogNames;
import dev.portico.access.ui.frame.CatalogNames.Names;
import dev.portico.kernel.Refusal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What cases are asked of, for whoever is signed in.
@Component
final class CaseAnswers {

    private final Explanations explanations;
    private final Simulator simulator;
    private final Permissions permissions;
    private final CatalogNames names;
    private final Readers readers;

    CaseAnswers(
            Explanations explanations,
            Simulator simulator,
            Permissions permissions,
            CatalogNames names,
            Readers readers) {
        this.explanations = explanations;
        this.simulator = simulator;
        this.permissions = permissions;
        this.names = names;
        this.readers = readers;
    }

    /// @param policy the number of the policy to ask; null for the one in force
    Decision decision(Asked asked, @Nullable Integer policy) {
        return explanations.explain(readers.current(), asked.decision(policy));
    }

    Reach reach(Asked asked, @Nullable Integer policy) {
        return simulator.reach(readers.current(), asked.reach(policy));
    }

    Holders holders(Asked asked, @Nullable Integer policy) {
        return simulator.holders(readers.current(), asked.holders(policy));
    }

    /// @param subject that an address names
    Party party(String subject) {
        return simulator.party(readers.current(), subject);
    }

    /// @param name that an address names
    Permission permission(String name) {
        return permissions
                .named(name)
                .orElseThrow(
                        () -> new Refusal.NotFound("permission-unknown", "There is no permission \"" + name + "\""));
    }

    Collection<Permission> permissions() {
        return permissions.all();
    }

    boolean takesThing(Permission permission) {
        return simulator.takesThing(permission.name());
    }

    /// Things for somebody who types.
    List<String> things(Permission permission, String typed, int limit) {
        return simulator.things(readers.current(), permission.name(), typed, limit);
    }

    /// People and tokens for somebody who types.
    List<Party> parties(String typed, int limit) {
        return simulator.parties(readers.current(), typed, limit);
    }

    /// What the people and groups among these words are called.
    Names names(Collection<String> words) {
        return names.parties(words);
    }
}
