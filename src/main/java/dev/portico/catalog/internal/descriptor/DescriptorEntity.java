package dev.portico.catalog.internal.descriptor;

import dev.portico.kernel.EntityRef;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A good entity: its text once and for all, and the fields that lists need.
///
/// @param ref         what it is called, in lower case
/// @param kind        the kind as written
/// @param apiVersion  the version of the format it is written in
/// @param name        the name as written
/// @param namespace   the namespace, `default` where none was written
/// @param title       what to call it on screens, or null
/// @param description a sentence about it, or null
/// @param type        `spec.type`, or null
/// @param lifecycle   `spec.lifecycle`, or null
/// @param owner       the owner, resolved from `spec.owner`, or null
/// @param system      the system, resolved from `spec.system`, or null
/// @param tags        the tags as written
/// @param labels      the labels as written
/// @param json        the entity as compact JSON: fields in the order written, list fields of refs sorted, with
///                    namespace and location annotations, without relations, status, uid and etag
/// @param hash        SHA-1 in hex of that JSON with the keys of every object sorted
/// @param etag        the etag that the source states, else the hash
/// @param edges       its relations, each once, in the order first written
/// @param references where those are written, in the same order
/// @param location    what it points at, for a Location; else null
public record DescriptorEntity(
        EntityRef ref,
        String kind,
        String apiVersion,
        String name,
        String namespace,
        @Nullable String title,
        @Nullable String description,
        @Nullable String type,
        @Nullable String lifecycle,
        @Nullable EntityRef owner,
        @Nullable EntityRef system,
        List<String> tags,
        Map<String, String> labels,
        String json,
        String hash,
        String etag,
        List<Edge> edges,
        List<Reference> references,
        @Nullable LocationTargets location) {

    /// Every relation that the entity causes, from both ends, as `source type target`; sorted, each once.
    public List<String> relations() {
        TreeSet<String> relations = new TreeSet<>();
        for (Edge edge : edges) {
            relations.add(edge.source() + " " + edge.type().forward() + " " + edge.target());
            relations.add(edge.target() + " " + edge.type().inverse() + " " + edge.source());
        }
        return List.copyOf(relations);
    }

    /// What a Location points at; nothing for every other kind.
    public List<String> locationTargets() {
        return location == null ? List.of() : location.targets();
    }
}
