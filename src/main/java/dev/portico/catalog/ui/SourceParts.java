package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.catalog.Problem;
import dev.portico.catalog.SourceHealth;
import dev.portico.catalog.SourceRun;
import dev.portico.look.Card;
import dev.portico.look.KeyFigure;
import dev.portico.look.Note;
import dev.portico.look.RelativeTime;
import dev.portico.look.State;
import dev.portico.look.StateLine;
import dev.portico.look.Table;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.time.Instant;
import java.util.List;

/// The parts of a source's page.
final class SourceParts {

    private static final int NOTES = 50;

    private SourceParts() {}

    /// Why the last run failed; nothing where it did not.
    static List<Component> failure(SourceHealth source) {
        SourceRun run = source.lastRun();
        if (source.state() != SourceHealth.State.FAILING || run == null || run.error() == null) {
            return List.of();
        }
        String kept = "What it brought before stays: " + Words.count(source.entities(), "entity", "entities") + ".";
        Instant next = source.nextRun();
        String again = next == null ? "" : " The next try is " + RelativeTime.words(next, Instant.now()) + ".";
        return List.of(new Note(State.FAILED, run.error()).say(kept + again));
    }

    static Div figures(SourceHealth source) {
        SourceRun run = source.lastRun();
        Instant next = source.nextRun();
        Instant now = Instant.now();
        return KeyFigure.line(
                new KeyFigure("Entities", Words.number(source.entities()), "placed by this source"),
                new KeyFigure("Problems", Words.number(source.problems()), "in its files"),
                new KeyFigure(
                        "Last run",
                        run == null ? "Never" : RelativeTime.words(run.started(), now),
                        run == null ? "" : "took " + Words.span(run.took())),
                new KeyFigure(
                        "Next run",
                        next == null ? nothingPlanned(source) : RelativeTime.words(next, now),
                        source.failures() == 0
                                ? SourceWords.every(source.definition().every())
                                : "after " + Words.count(source.failures(), "failure", "failures")));
    }

    private static String nothingPlanned(SourceHealth source) {
        return source.state() == SourceHealth.State.NEW ? "Now" : "None";
    }

    static Card runs(List<SourceRun> runs) {
        Card card = new Card("Recent runs").count(Words.number(runs.size()));
        if (runs.isEmpty()) {
            return card.body(Text.second("This source has not run yet."));
        }
        Table table = new Table(
                "Recent runs",
                List.of(
                        new Table.Column("Outcome", Table.Kind.WORDS),
                        new Table.Column("Changes", Table.Kind.WORDS),
                        new Table.Column("Files", Table.Kind.WIDE_NUMBER),
                        new Table.Column("Why", Table.Kind.WIDE),
                        new Table.Column("Version", Table.Kind.WIDE),
                        new Table.Column("Took", Table.Kind.WIDE_NUMBER),
                        new Table.Column("Started", Table.Kind.NUMBER)));
        runs.forEach(run -> table.row(
                run.succeeded() ? new StateLine(State.PASSED, "Read") : new StateLine(State.FAILED, "Failed"),
                changes(run),
                files(run),
                Text.second(Words.capital(run.trigger())),
                run.version() == null ? Text.hint("") : Text.mono(shortened(run.version())),
                new Span(Words.span(run.took())),
                new RelativeTime(run.started())));
        return card.rows(table);
    }

    /// What the files have wrong at present; nothing where all is well.
    static List<Component> problems(List<Problem> problems) {
        if (problems.isEmpty()) {
            return List.of();
        }
        Div notes = new Div();
        notes.addClassName("cards");
        problems.stream().limit(NOTES).map(ProblemNotes::full).forEach(notes::add);
        Card card = new Card("Problems in its files")
                .count(Words.number(problems.size()))
                .body(notes);
        if (problems.size() > NOTES) {
            card.body(Text.hint(Words.number(problems.size() - NOTES) + " more are not shown."));
        }
        return List.of(card);
    }

    private static Component changes(SourceRun run) {
        return run.error() == null
                ? new Span(SourceWords.outcome(run))
                : Text.second(run.error()).styled("clip");
    }

    private static Component files(SourceRun run) {
        Span files = new Span(Words.number(run.files()));
        if (run.unchanged() > 0) {
            files.getElement().setAttribute("title", run.unchanged() + " of them as before");
        }
        return files;
    }

    private static String shortened(String version) {
        return version.length() > 10 ? version.substring(0, 10) : version;
    }
}
