package dev.portico.catalog;

import java.util.List;

/// Why something is in the catalog, or why it is missing: what was looked at, in the order of looking.
///
/// @param what    what was asked, as it was written
/// @param subject what that was taken for
/// @param steps   what was found, one thing each
public record Trace(String what, Subject subject, List<TraceStep> steps) {

    public Trace {
        steps = List.copyOf(steps);
    }

    /// What a question is about.
    public enum Subject {
        /// The name or reference of an entity.
        ENTITY,
        /// The address or path of a descriptor.
        ADDRESS
    }
}
