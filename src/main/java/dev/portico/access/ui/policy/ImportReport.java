package dev.portico.access.ui.policy;

import com.vaadin.flow.component.html.Div;
import dev.portico.access.PolicyExchange.Finding;
import dev.portico.access.PolicyExchange.Finding.Outcome;
import dev.portico.access.PolicyExchange.Imported;
import dev.portico.look.Actions;
import dev.portico.look.Note;
import dev.portico.look.State;
import dev.portico.look.StateLine;
import dev.portico.look.Symbol;
import dev.portico.look.Table;
import dev.portico.look.Table.Column;
import dev.portico.look.Table.Kind;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What became of an import: how many roles came in whole, then each line. What was lost comes first, what somebody has
/// to decide next, and what came in last.
final class ImportReport extends Div {

    private static final String FATE = "What became of each line";

    /// @param open leads to the draft; null where nothing came in and it was given up
    ImportReport(Imported imported, @Nullable Runnable open) {
        addClassNames("col", "import-report");
        List<Finding> all = imported.findings();
        long lost = count(all, Outcome.LOST);
        long decide = count(all, Outcome.OPEN);
        Note note = new Note(lost + decide == 0 ? State.PASSED : State.WARNING, roles(all));
        if (open == null) {
            note.say("No draft was kept: " + rest(lost, decide));
        } else {
            note.say("Draft " + imported.policy().number() + ": " + rest(lost, decide));
            note.actions(Actions.plain("Open the draft", Symbol.ARROW_RIGHT, open));
        }
        add(note);
        Table table = new Table(
                FATE,
                List.of(
                        new Column("Line", Kind.NUMBER),
                        new Column("Outcome", Kind.WORDS),
                        new Column("What it says", Kind.WORDS)));
        Stream.of(Outcome.values()).forEach(outcome -> all.stream()
                .filter(finding -> finding.outcome() == outcome)
                .forEach(finding -> row(table, finding)));
        add(table.reachable(FATE));
    }

    /// How many roles have all that their lines say: `7 of 9 roles came in whole`.
    private static String roles(List<Finding> findings) {
        Set<String> named =
                findings.stream().map(Finding::role).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> lacking = findings.stream()
                .filter(finding -> !finding.whole())
                .map(Finding::role)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (named.isEmpty()) {
            return "No role came in";
        }
        return Words.number(named.size() - lacking.size()) + " of " + Words.count(named.size(), "role", "roles")
                + " came in whole";
    }

    private static String rest(long lost, long decide) {
        if (lost + decide == 0) {
            return "nothing was left out.";
        }
        String gone = lost == 0
                ? ""
                : Words.count(lost, "line has no counterpart", "lines have no counterpart") + " and "
                        + (lost == 1 ? "was" : "were") + " left out";
        String waits = decide == 0
                ? ""
                : Words.count(decide, "line waits", "lines wait")
                        + " for you: mend the text and import it again, or add by hand what is meant";
        return gone + (gone.isEmpty() || waits.isEmpty() ? "" : "; ") + waits + ".";
    }

    private static long count(List<Finding> findings, Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).count();
    }

    private static void row(Table table, Finding finding) {
        Div words = new Div(Text.mono(finding.said()), Text.second(finding.words()));
        words.addClassNames("col", "wrap-anywhere");
        String text = finding.text() == Finding.Text.CSV ? "CSV " : "YAML ";
        table.row(Text.hint(text + finding.line()), state(finding.outcome()), words);
    }

    private static StateLine state(Outcome outcome) {
        return switch (outcome) {
            case LOST -> new StateLine(State.FAILED, "No counterpart");
            case OPEN -> new StateLine(State.WARNING, "Yours to decide");
            case COVERED -> new StateLine(State.NA, "Covered");
            case TAKEN -> new StateLine(State.PASSED, "Taken");
        };
    }
}
