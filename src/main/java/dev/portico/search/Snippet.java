package dev.portico.search;

import java.util.List;

/// A passage of a document in which words were found.
///
/// @param label what the passage is from: `title`, `description`, `API definition`
/// @param parts the passage, cut where a found word begins and ends
public record Snippet(String label, List<Part> parts) {
    public Snippet {
        parts = List.copyOf(parts);
    }

    /// A part of the passage.
    ///
    /// @param found whether this is a found word
    public record Part(String text, boolean found) {}
}
