package dev.portico.catalog;

/// What can be done about a finding.
///
/// @param kind   what to do
/// @param target the ref, name, address or permission that it is done with
public record TraceAction(Kind kind, String target) {

    /// What one can do.
    public enum Kind {
        /// Look at the entity with this ref.
        OPEN_ENTITY,
        /// Look at the source of this name.
        OPEN_SOURCE,
        /// Have the source of this name run now.
        REFRESH_SOURCE,
        /// Register this address as a source; where it is empty, the file that describes the entity.
        REGISTER,
        /// Ask an admin for this permission.
        ASK
    }
}
