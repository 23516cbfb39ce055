package dev.portico.catalog.internal.descriptor;

import dev.portico.catalog.Problem;
import dev.portico.kernel.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One document of a descriptor that holds something, and what became of it.
///
/// @param index    its place in the file, counted from 0; empty documents count but are not reported
/// @param line     the line its content starts at, counted from 1
/// @param kind     the kind as written, where it could be made out
/// @param ref      the entity, where its kind and name could be made out, even if it is refused
/// @param stage    the stage that refused it, or `OK`
/// @param entity   the entity; null unless the stage is `OK`
/// @param problems why it was refused, or warnings about a good one
public record DescriptorDocument(
        int index,
        int line,
        @Nullable String kind,
        @Nullable EntityRef ref,
        Stage stage,
        @Nullable DescriptorEntity entity,
        List<Problem> problems) {
    public DescriptorDocument {
        problems = List.copyOf(problems);
    }

    /// Whether it holds a good entity.
    public boolean valid() {
        return stage == Stage.OK;
    }
}
