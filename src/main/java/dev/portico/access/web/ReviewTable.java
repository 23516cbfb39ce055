package dev.portico.access.web;

import dev.portico.access.AccessReview;
import dev.portico.access.ReviewLine;
import dev.portico.kernel.Csv;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lines of a review as a table for spreadsheets.
final class ReviewTable {

    private static final List<String> HEAD = List.of(
            "line",
            "role",
            "holder",
            "name",
            "way",
            "through",
            "people",
            "since",
            "until",
            "last used",
            "unused",
            "decision",
            "reason",
            "decided by",
            "decided at",
            "about oneself",
            "outcome",
            "remark");

    private ReviewTable() {}

    /// @param review null where the lines are of no review
    static void write(Writer out, @Nullable AccessReview review, List<ReviewLine> lines) throws IOException {
        Csv.row(out, HEAD);
        for (ReviewLine line : lines) {
            Csv.row(out, cells(line, review));
        }
    }

    private static List<String> cells(ReviewLine line, @Nullable AccessReview review) {
        return Stream.of(
                        line.number(),
                        line.role(),
                        line.holder(),
                        line.label(),
                        line.way().words(),
                        line.via(),
                        line.people(),
                        text(line.since()),
                        text(line.until()),
                        text(line.lastUsed()),
                        review == null ? "" : review.unused(line),
                        text(line.decision()),
                        line.reason(),
                        text(line.decidedBy()),
                        text(line.decidedAt()),
                        line.own(),
                        text(line.outcome()),
                        line.remark())
                .map(Object::toString)
                .toList();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
