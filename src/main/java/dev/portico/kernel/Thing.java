package dev.portico.kernel;

import java.util.Collection;

/// What a decision is about. A thing answers with its values by path, so that one condition tree serves every type.
public interface Thing {

    /// The resource type, such as `catalog-entity`.
    String type();

    /// The id within the type, such as `component:default/fare-engine`.
    String id();

    /// The values at a dotted path, such as `relations.ownedBy` (full refs, lower case) or `metadata.labels.tier`.
    ///
    /// @return every value in its written case; empty where the thing has none
    Collection<String> values(String path);
}
