package dev.portico.catalog;

import dev.portico.kernel.EntityRef;
import java.util.List;

/// What a run of a source would do, without doing it.
///
/// @param created   entities that would be new
/// @param changed   entities that would read differently
/// @param unchanged how many entities would stay as they are
/// @param removed   entities that would go
/// @param refused   how many documents would be refused
/// @param problems  what would be refused, and warnings, with file, line and remedy
public record SourcePreview(
        List<EntityRef> created,
        List<EntityRef> changed,
        int unchanged,
        List<EntityRef> removed,
        int refused,
        List<Problem> problems) {

    public SourcePreview {
        created = List.copyOf(created);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        problems = List.copyOf(problems);
    }
}
