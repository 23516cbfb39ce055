package dev.portico.catalog;

/// The types of relation that the catalog keeps, each named in the direction it is stored in.
///
/// The names are those of the descriptor format, so that `ownedBy` here is `ownedBy` in every answer.
public enum RelationType {
    OWNED_BY("ownedBy", "ownerOf"),
    PART_OF("partOf", "hasPart"),
    PROVIDES_API("providesApi", "apiProvidedBy"),
    CONSUMES_API("consumesApi", "apiConsumedBy"),
    DEPENDS_ON("dependsOn", "dependencyOf"),
    CHILD_OF("childOf", "parentOf"),
    MEMBER_OF("memberOf", "hasMember");

    private final String forward;
    private final String inverse;

    RelationType(String forward, String inverse) {
        this.forward = forward;
        this.inverse = inverse;
    }

    /// What the source is to the target, such as `ownedBy`.
    public String forward() {
        return forward;
    }

    /// What the target is to the source, such as `ownerOf`.
    public String inverse() {
        return inverse;
    }

    /// Whether the source is what depends, and the target what it depends on; it is so but where a component provides
    /// an API, which is nothing without its component.
    public boolean sourceDepends() {
        return this != PROVIDES_API;
    }

    /// The type that is stored under this name.
    ///
    /// @param forward a name such as `ownedBy`; the table holds no other
    public static RelationType named(String forward) {
        for (RelationType type : values()) {
            if (type.forward.equals(forward)) {
                return type;
            }
        }
        throw new IllegalArgumentException("No relation is stored as " + forward);
    }
}
