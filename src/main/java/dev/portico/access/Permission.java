package dev.portico.access;

import com.google.re2j.Pattern;

/// Something that a reader may or may not do, declared by the module that checks it.
///
/// @param name         `module.thing.verb`, such as `catalog.entity.read`
/// @param resourceType the type of the things it is asked about, such as `catalog-entity`; empty where it is asked
///                     about none
/// @param sentence     what holding it allows, as a sentence that an admin understands
public record Permission(String name, String resourceType, String sentence) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*){2}");

    public Permission {
        if (!NAME.matches(name)) {
            throw new IllegalArgumentException(
                    "The permission \"" + name + "\" is not named module.thing.verb in lower case");
        }
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("The permission " + name + " has no sentence that says what it allows");
        }
    }

    /// Whether it is not about a single thing, so that nothing but an unconditional grant gives it.
    public boolean isGeneral() {
        return resourceType.isEmpty();
    }

    /// A permission that is not about a single thing.
    public static Permission general(String name, String sentence) {
        return new Permission(name, "", sentence);
    }
}
