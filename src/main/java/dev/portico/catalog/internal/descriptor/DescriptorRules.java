package dev.portico.catalog.internal.descriptor;

import java.util.Set;

/// What is taken in beyond what the format itself demands.
///
/// @param aiResources whether the kind AiResource is known
/// @param unknown     what becomes of kinds that nobody knows
/// @param allow       the kinds that are allowed, as written in descriptors; empty allows all
public record DescriptorRules(boolean aiResources, UnknownKinds unknown, Set<String> allow) {

    public DescriptorRules {
        allow = Set.copyOf(allow);
    }

    /// As the format has it: no AiResource, no unknown kinds, every known kind allowed.
    public static DescriptorRules standard() {
        return new DescriptorRules(false, UnknownKinds.REFUSE, Set.of());
    }

    /// Whether an entity of the kind may be taken in; upper and lower case are the same.
    boolean allows(String kind) {
        return allow.isEmpty() || allow.stream().anyMatch(kind::equalsIgnoreCase);
    }

    /// What becomes of an entity whose kind or apiVersion nobody knows.
    public enum UnknownKinds {
        /// It is refused.
        REFUSE,
        /// It is taken in without relations, once the fields that all kinds share are good.
        ACCEPT
    }
}
