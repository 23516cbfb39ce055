package dev.portico.catalog.internal.descriptor;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What descriptors may hold and how much of it.
///
/// @param aiResources  whether the kind AiResource is known (default: no)
/// @param unknownKinds `refuse` or `accept` entities of kinds that nobody knows (default: refuse)
/// @param rules        which kinds are taken in
/// @param limits       how much a descriptor may ask for
@ConfigurationProperties("portico.catalog")
public record CatalogDescriptorSettings(
        @DefaultValue("false") boolean aiResources,
        @DefaultValue("refuse") DescriptorRules.UnknownKinds unknownKinds,
        @DefaultValue Rules rules,
        @DefaultValue Limits limits) {

    /// @param allow the kinds that are taken in, such as `Component,API`; empty (the default) takes in all
    public record Rules(@Nullable Set<String> allow) {}

    /// The limits of [DescriptorLimits], under the same names.
    ///
    /// @param fileBytes     the size of a file
    /// @param documentBytes the size of one document
    /// @param lineBytes     the length of one line
    /// @param documents     the documents in one file
    /// @param depth         how deep maps and lists may be nested
    /// @param nodes         the values in one document, each use of an alias counted with all that it repeats
    /// @param aliases       how often one anchor may be repeated, repetitions inside of repetitions multiplied
    /// @param placeholders  the placeholders in one document
    public record Limits(
            @DefaultValue("134217728") int fileBytes,
            @DefaultValue("16777216") int documentBytes,
            @DefaultValue("8388608") int lineBytes,
            @DefaultValue("100000") int documents,
            @DefaultValue("200") int depth,
            @DefaultValue("500000") int nodes,
            @DefaultValue("100") int aliases,
            @DefaultValue("100") int placeholders) {

        public Limits {
            DescriptorLimits.refuse(
                    fileBytes, documentBytes, lineBytes, documents, depth, nodes, aliases, placeholders);
        }
    }

    /// The rules as the reader takes them.
    public DescriptorRules toRules() {
        Set<String> allow = rules.allow();
        return new DescriptorRules(aiResources, unknownKinds, allow == null ? Set.of() : allow);
    }

    /// The limits as the reader takes them.
    public DescriptorLimits toLimits() {
        return new DescriptorLimits(
                limits.fileBytes(),
                limits.documentBytes(),
                limits.lineBytes(),
                limits.documents(),
                limits.depth(),
                limits.nodes(),
                limits.aliases(),
                limits.placeholders());
    }
}
