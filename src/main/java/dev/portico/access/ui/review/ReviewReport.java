package dev.portico.access.ui.review;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import dev.portico.access.AccessReview;
import dev.portico.access.ReviewLine;
import dev.portico.look.Actions;
import dev.portico.look.Facts;
import dev.portico.look.Symbol;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/// A report for print: black on white, without the frame of the portal, on A4 across.
final class ReviewReport extends Main {

    private static final List<String> COLUMNS =
            List.of("#", "Who", "Role", "How", "Since", "Until", "Last used", "Decision", "By", "Reason and outcome");
    private static final int OF_NO_REVIEW = 7;

    /// @param back where to go back to
    ReviewReport(String title, String back, Facts facts) {
        addClassName("print-report");
        setId("content");
        Button print = Actions.primary(
                "Print or save as PDF", Symbol.FILE, () -> getElement().executeJs("window.print()"));
        Div bar = new Div(new Anchor(back, "Back"), print);
        bar.addClassNames("row", "screen-only");
        add(bar, new H1(title), facts);
    }

    /// The lines as one table; what people wrote is escaped.
    ///
    /// @param review null where the lines are of no review
    ReviewReport lines(List<ReviewLine> lines, @Nullable AccessReview review) {
        if (lines.isEmpty()) {
            add(new Paragraph("Nobody holds it."));
            return this;
        }
        List<String> columns = review == null ? COLUMNS.subList(0, OF_NO_REVIEW) : COLUMNS;
        StringBuilder html = new StringBuilder("<table class=\"print-table\"><thead>")
                .append(row("th scope=\"col\"", "th", columns))
                .append("</thead><tbody>");
        lines.forEach(line -> html.append(row("td", "td", cells(line, review))));
        add(new Html(html.append("</tbody></table>").toString()));
        return this;
    }

    ReviewReport foot(String sentence) {
        Paragraph foot = new Paragraph(sentence);
        foot.addClassName("print-foot");
        add(foot);
        return this;
    }

    private static List<String> cells(ReviewLine line, @Nullable AccessReview review) {
        Stream<String> held = Stream.of(
                Integer.toString(line.number()),
                who(line),
                line.role(),
                ReviewWords.way(line),
                ReviewWords.since(line),
                ReviewWords.until(line),
                ReviewWords.used(line, review) + (review != null && review.unused(line) ? ", unused" : ""));
        if (review == null) {
            return held.toList();
        }
        Stream<String> decided = Stream.of(
                ReviewWords.decision(line),
                line.decidedAt() == null
                        ? ""
                        : line.decider() + ", " + ReviewWords.day(line.decidedAt())
                                + (line.own() ? ", about oneself" : ""),
                join(
                        " ",
                        line.reason().isEmpty() ? "" : "“" + line.reason() + "”",
                        ReviewWords.outcome(line).isEmpty() ? "" : ReviewWords.outcome(line) + ".",
                        line.remark()));
        return Stream.concat(held, decided).toList();
    }

    /// The name, and in brackets what stands below it on the page.
    private static String who(ReviewLine line) {
        String below = ReviewWords.below(line);
        return ReviewWords.holder(line) + (below.isEmpty() ? "" : " (" + below + ")");
    }

    private static String join(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }

    private static String row(String open, String close, List<String> cells) {
        return cells.stream()
                .map(cell -> "<" + open + ">" + HtmlUtils.htmlEscape(cell) + "</" + close + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
