package dev.portico.access.ui.policy;

import com.vaadin.flow.component.html.Div;
import dev.portico.access.PolicyExchange.Finding;
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

/// What became of each line of an import.
final class ImportReport extends Div {

    ImportReport(Imported imported, Runnable open) {
        addClassName("col");
        long taken = imported.findings().stream().filter(Finding::taken).count();
        long left = imported.findings().size() - taken;
        Note note = new Note(
                left == 0 ? State.PASSED : State.WARNING,
                Words.count(taken, "line was", "lines were") + " taken into draft "
                        + imported.policy().number());
        if (left > 0) {
            note.say((left == 1
                            ? "1 line has no counterpart and was left out"
                            : Words.number(left) + " lines have no counterpart and were left out")
                    + "; see below.");
        }
        note.actions(Actions.plain("Open the draft", Symbol.ARROW_RIGHT, open));
        add(note);
        Table table = new Table(
                "What became of each line",
                List.of(
                        new Column("Line", Kind.NUMBER),
                        new Column("Outcome", Kind.WORDS),
                        new Column("What it says", Kind.WORDS)));
        imported.findings().stream().filter(finding -> !finding.taken()).forEach(finding -> row(table, finding));
        imported.findings().stream().filter(Finding::taken).forEach(finding -> row(table, finding));
        add(table.reachable("What became of each line"));
    }

    private static void row(Table table, Finding finding) {
        Div words = new Div(Text.mono(finding.said()), Text.second(finding.words()));
        words.addClassNames("col", "wrap-anywhere");
        table.row(
                Text.hint(finding.text() == Finding.Text.CSV ? "" + finding.line() : "YAML " + finding.line()),
                finding.taken() ? new StateLine(State.PASSED, "Taken") : new StateLine(State.WARNING, "Left out"),
                words);
    }
}
