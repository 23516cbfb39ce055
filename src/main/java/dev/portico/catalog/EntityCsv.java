package dev.portico.catalog;

import dev.portico.kernel.Csv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Entities as a table for spreadsheets: a row each behind one of headings. What a descriptor says is never run there;
/// see [Csv].
public final class EntityCsv {

    private static final List<String> HEADINGS = List.of(
            "ref",
            "kind",
            "namespace",
            "name",
            "title",
            "description",
            "type",
            "lifecycle",
            "owner",
            "system",
            "tags",
            "problems",
            "orphan",
            "updated");

    private final Appendable out;

    private EntityCsv(Appendable out) {
        this.out = out;
    }

    /// Begins a table with its headings. Rows are written as they are added; nothing is kept.
    public static EntityCsv to(Appendable out) {
        EntityCsv csv = new EntityCsv(out);
        csv.line(HEADINGS);
        return csv;
    }

    /// Adds a row.
    public void add(EntitySummary entity) {
        line(List.of(
                entity.ref().toString(),
                entity.kind(),
                entity.ref().namespace(),
                entity.name(),
                text(entity.title()),
                entity.description(),
                entity.type(),
                entity.lifecycle(),
                text(entity.owner()),
                text(entity.system()),
                String.join(" ", entity.tags()),
                Integer.toString(entity.problems()),
                Boolean.toString(entity.orphan()),
                entity.updated().toString()));
    }

    private void line(List<String> cells) {
        try {
            Csv.row(out, cells);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
