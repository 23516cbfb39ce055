package dev.portico.catalog;

import org.jspecify.annotations.Nullable;

/// Who sees a saved view, beside whoever made it.
///
/// @param everyone whether all see it who may read entities
/// @param space    the name of the space whose members see it; null for none
public record Sharing(boolean everyone, @Nullable String space) {

    /// With nobody.
    public static final Sharing PRIVATE = new Sharing(false, null);

    /// With everyone.
    public static final Sharing EVERYONE = new Sharing(true, null);

    public Sharing {
        if (everyone && space != null) {
            throw new IllegalArgumentException("What everyone sees is not for the space " + space + " alone");
        }
    }

    /// With the members of a space: the people in its groups.
    public static Sharing in(String space) {
        return new Sharing(false, space);
    }

    /// Whether it is private.
    public boolean isPrivate() {
        return !everyone && space == null;
    }
}
