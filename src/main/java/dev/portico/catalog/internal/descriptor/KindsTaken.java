package dev.portico.catalog.internal.descriptor;

import java.util.Optional;
import java.util.stream.Collectors;

/// Which kinds this portal takes in.
public final class KindsTaken {

    private KindsTaken() {}

    /// The kinds that are taken in, where this one is not; empty where it is.
    ///
    /// @param kind in any case
    public static Optional<String> insteadOf(String kind, CatalogDescriptorSettings settings) {
        DescriptorRules rules = settings.toRules();
        boolean known = KindCatalog.similar(kind) != null
                || (rules.aiResources() && AiResourceKind.NAME.equalsIgnoreCase(kind))
                || rules.unknown() == DescriptorRules.UnknownKinds.ACCEPT;
        if (known && rules.allows(kind)) {
            return Optional.empty();
        }
        return Optional.of(
                rules.allow().isEmpty()
                        ? KindCatalog.names()
                        : rules.allow().stream().sorted().collect(Collectors.joining(", ")));
    }
}
