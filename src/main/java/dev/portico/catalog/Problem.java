package dev.portico.catalog;

import dev.portico.kernel.EntityRef;
import org.jspecify.annotations.Nullable;

/// Something wrong with a descriptor, said so that whoever wrote it can mend it.
///
/// @param severity whether the document was refused or taken with a remark
/// @param stage    where it was found: `source`, `conflict`, `links`, or a step of reading such as `yaml` or `policy`
/// @param location the file or URL, such as `url:https://…` or `file:/…`
/// @param document the document within the file, from 0
/// @param line     the line within the file, from 1; 0 where unknown
/// @param column   the column, from 1; 0 where unknown
/// @param field    the dotted path of the field, such as `metadata.tags[1]`; empty where none is at fault
/// @param ref      the entity, as far as it could be told
/// @param message  what is wrong, as one sentence
/// @param found    what stands there; empty where that says nothing
/// @param allowed  what may stand there; empty where that says nothing
/// @param remedy   how to mend it, as one sentence
public record Problem(
        Severity severity,
        String stage,
        String location,
        int document,
        int line,
        int column,
        String field,
        @Nullable EntityRef ref,
        String message,
        String found,
        String allowed,
        String remedy) {

    /// The same problem; of a conflict without the name of whoever holds the entity.
    Problem withoutHolder() {
        return !stage.equals("conflict")
                ? this
                : new Problem(
                        severity,
                        stage,
                        location,
                        document,
                        line,
                        column,
                        field,
                        ref,
                        ref + " is held by another file or source, which placed it first.",
                        found,
                        allowed,
                        remedy);
    }

    /// How bad it is.
    public enum Severity {
        /// The document was refused.
        ERROR,
        /// The document was taken.
        WARNING
    }
}
