package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.QueryParameters;
import dev.portico.catalog.Revision;
import dev.portico.look.Card;
import dev.portico.look.CodeBlock;
import dev.portico.look.FieldDifference;
import dev.portico.look.FieldDifferences;
import dev.portico.look.RelativeTime;
import dev.portico.look.SegmentLinks;
import dev.portico.look.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One revision: what it changed, by field or by line, or all that the entity said then.
final class RevisionCard extends Div {

    private static final List<String> FORMS = List.of("fields", "lines", "whole");
    private static final List<String> WORDS = List.of("Fields", "YAML lines", "Whole, as of then");

    RevisionCard(Revision revision, @Nullable Revision before, QueryParameters asked, String address) {
        addClassName("cards");
        int form = Math.max(0, FORMS.indexOf(asked.getSingleParameter("form").orElse("fields")));
        SegmentLinks forms = new SegmentLinks("How the revision is shown");
        for (int at = 0; at < FORMS.size(); at++) {
            forms.form(WORDS.get(at), address + "&form=" + FORMS.get(at), at == form);
        }
        String old = before == null ? null : before.json();
        Card card = new Card(title(revision)).end(forms);
        card.body(Text.second(span(revision) + " " + HistoryPanel.who(revision) + "."));
        add(card);
        switch (FORMS.get(form)) {
            case "fields" -> card.body(fields(FieldDifference.between(old, revision.json())));
            case "lines" -> card.body(lines(RevisionDiff.lines(old, revision.json())));
            default -> add(new CodeBlock(title(revision), EntityDocument.yaml(revision.json())).addressed());
        }
    }

    private static String title(Revision revision) {
        return "As of " + RelativeTime.exact(revision.validFrom());
    }

    private static String span(Revision revision) {
        return revision.validTo() == null
                ? "This is what the entity says now."
                : "So it stood until " + RelativeTime.exact(revision.validTo()) + ".";
    }

    private static Component fields(List<FieldDifference> fields) {
        if (fields.isEmpty()) {
            return Text.second("No field differs from the revision before.");
        }
        return new FieldDifferences(fields);
    }

    private static Component lines(List<RevisionDiff.Line> lines) {
        if (lines.isEmpty()) {
            return Text.second("No line differs from the revision before.");
        }
        Pre pre = new Pre();
        pre.addClassName("diff");
        pre.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", "Lines that differ")
                .setProperty(
                        "innerHTML",
                        lines.stream()
                                .limit(CodeBlock.LINES)
                                .map(RevisionCard::line)
                                .collect(Collectors.joining()));
        return pre;
    }

    private static String line(RevisionDiff.Line line) {
        String className =
                switch (line.sign()) {
                    case '+' -> "added";
                    case '-' -> "removed";
                    case ' ' -> "same";
                    default -> "gap";
                };
        return "<span class=\"" + className + "\">" + CodeBlock.escaped(line.sign() + " " + line.text()) + "</span>";
    }
}
