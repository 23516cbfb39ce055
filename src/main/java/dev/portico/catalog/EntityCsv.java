package dev.portico.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Entities as a table for spreadsheets: RFC 4180, a row each behind one of headings.
///
/// A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line break) gets a
/// `'` before it, so that what a descriptor says is never run. Source: OWASP, CSV injection.
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
            for (int at = 0; at < cells.size(); at++) {
                out.append(at == 0 ? "" : ",").append(cell(cells.get(at)));
            }
            out.append("\r\n");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// One cell: harmless to a spreadsheet, and quoted where it has to be.
    static String cell(String text) {
        String harmless = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
