package dev.portico.access;

/// Something that a reader may or may not do, declared by the module that checks it.
///
/// @param name         `module.thing.verb`, such as `catalog.entity.read`
/// @param resourceType the type of the things it is asked about, such as `catalog-entity`; empty where it is asked
///                     about none
/// @param sentence     what holding it allows, as a sentence that an admin understands
public record Permission(String name, String resourceType, String sentence) {

    /// A permission that is not about a single thing.
    public static Permission general(String name, String sentence) {
        return new Permission(name, "", sentence);
    }
}
