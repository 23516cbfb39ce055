package dev.portico.catalog.internal.descriptor;

import org.jspecify.annotations.Nullable;

/// Where a descriptor comes from, as the location annotations of its entities will say.
///
/// Locations are written `type:target`: `url:https://git.example/r/catalog-info.yaml`, `file:/srv/catalog/all.yaml`.
///
/// @param location       the file itself
/// @param originLocation what led to it: the registered location at the start of the chain
/// @param viewUrl        where a person can look at it, or null
/// @param editUrl        where a person can edit it, or null
/// @param sourceLocation the folder that holds it, as `type:target`, or null
public record DescriptorOrigin(
        String location,
        String originLocation,
        @Nullable String viewUrl,
        @Nullable String editUrl,
        @Nullable String sourceLocation) {

    /// A location that was registered itself and has no pages of its own.
    public static DescriptorOrigin of(String location) {
        return new DescriptorOrigin(location, location, null, null, null);
    }
}
