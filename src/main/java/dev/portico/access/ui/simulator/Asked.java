package dev.portico.access.ui.simulator;

import dev.portico.access.DecisionQuestion;
import dev.portico.access.HolderQuestion;
import dev.portico.access.Party;
import dev.portico.access.Permission;
import dev.portico.access.ReachQuestion;
import org.jspecify.annotations.Nullable;

/// One case: who may do what on which thing.
///
/// @param party whom it is about
/// @param thing the id of a thing; null for none
record Asked(Party party, Permission permission, @Nullable String thing) {

    private static final String TOKEN = "token:";

    DecisionQuestion decision(@Nullable Integer policy) {
        return new DecisionQuestion(account(), token(), permission.name(), thing, policy);
    }

    ReachQuestion reach(@Nullable Integer policy) {
        return new ReachQuestion(account(), token(), permission.name(), policy);
    }

    HolderQuestion holders(@Nullable Integer policy) {
        return new HolderQuestion(permission.name(), thing, policy);
    }

    /// What is counted, in words: `entities`, after a type such as `catalog-entity`.
    static String things(Permission permission, long count) {
        String type = permission.resourceType();
        String one = type.substring(type.lastIndexOf('-') + 1);
        String many = one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
        return count == 1 ? one : many;
    }

    private @Nullable String account() {
        return party.token() ? null : party.account();
    }

    private @Nullable String token() {
        return party.token() ? party.subject().substring(TOKEN.length()) : null;
    }
}
