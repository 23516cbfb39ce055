package dev.portico.catalog.internal.descriptor;

/// How much a descriptor may ask for. Whatever goes beyond is refused with a problem that names the limit.
///
/// @param fileBytes     the size of a file
/// @param documentBytes the size of one document
/// @param lineBytes     the length of one line
/// @param documents     the documents in one file
/// @param depth         how deep maps and lists may be nested
/// @param nodes         the values in one document, each use of an alias counted with all that it repeats
/// @param aliases       how often one anchor may be repeated, repetitions inside of repetitions multiplied
/// @param placeholders  the placeholders in one document
public record DescriptorLimits(
        int fileBytes,
        int documentBytes,
        int lineBytes,
        int documents,
        int depth,
        int nodes,
        int aliases,
        int placeholders) {

    public DescriptorLimits {
        refuse(fileBytes, documentBytes, lineBytes, documents, depth, nodes, aliases, placeholders);
    }

    /// Refuses limits under which nothing could be read.
    static void refuse(
            int fileBytes,
            int documentBytes,
            int lineBytes,
            int documents,
            int depth,
            int nodes,
            int aliases,
            int placeholders) {
        positive("file-bytes", fileBytes);
        positive("document-bytes", documentBytes);
        positive("line-bytes", lineBytes);
        positive("documents", documents);
        positive("depth", depth);
        positive("nodes", nodes);
        positive("aliases", aliases);
        positive("placeholders", placeholders);
    }

    /// The limits that hold where nothing else is set.
    public static DescriptorLimits standard() {
        return new DescriptorLimits(128 << 20, 16 << 20, 8 << 20, 100_000, 200, 500_000, 100, 100);
    }

    private static void positive(String name, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException("portico.catalog.limits." + name + " has to be positive, not " + value);
        }
    }
}
