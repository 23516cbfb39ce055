package dev.portico.catalog.internal.store;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of a source as it was last read.
///
/// @param id           the file's id
/// @param location     where it stands, `type:target`
/// @param fingerprint  what its content was known by; null where it has to be read again in any case
/// @param namedBy      the file whose Location led to it first, itself where the source does; null where it was read
///     before this was kept
/// @param viewUrl      where a person can look at it, if known
/// @param follows      what its Location entities point at
/// @param refused      how many of its documents were refused
/// @param dependencies the contents its placeholders took in, by target, with the SHA-256 of each
/// @param references   where its entities name others, as [ReferencePlaces] keeps it; null where it stays as it is
public record HeldFile(
        UUID id,
        String location,
        @Nullable String fingerprint,
        @Nullable UUID namedBy,
        @Nullable String viewUrl,
        int refused,
        java.util.List<Follow> follows,
        Map<String, String> dependencies,
        @Nullable String references) {

    public HeldFile {
        follows = java.util.List.copyOf(follows);
        dependencies = Map.copyOf(dependencies);
    }

    /// The same file, to be read again in any case.
    public HeldFile unread() {
        return withFingerprint(null);
    }

    /// The same file, known by another fingerprint.
    public HeldFile withFingerprint(@Nullable String other) {
        return new HeldFile(id, location, other, namedBy, viewUrl, refused, follows, dependencies, references);
    }

    /// A target of a Location entity.
    ///
    /// @param type     the target's type, such as `url` or `file`
    /// @param target   the target as written
    /// @param required whether it is a problem when the target is missing
    /// @param spot     where the target stands; null where it was read before places were kept
    public record Follow(
            String type,
            String target,
            boolean required,
            @Nullable Spot spot) {}

    /// A place in the file.
    ///
    /// @param field the path of the field; null where it was read before fields were kept
    public record Spot(
            int document, int line, int column, @Nullable String field) {}
}
