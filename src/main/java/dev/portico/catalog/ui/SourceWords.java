package dev.portico.catalog.ui;

import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.SourceHealth;
import dev.portico.catalog.SourceRun;
import dev.portico.look.State;
import dev.portico.look.StateLine;
import dev.portico.look.Symbol;
import dev.portico.look.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How sources and their runs are called on a screen.
final class SourceWords {

    /// A source tells of problems where something in its files is an error: warnings leave it healthy.
    private static final State REFUSED = State.ofErrors(1);

    private SourceWords() {}

    static Symbol symbol(String type) {
        return switch (type) {
            case "file" -> Symbol.FILE_CODE;
            case "folder" -> Symbol.FOLDER;
            case "glob" -> Symbol.FOLDER_SEARCH;
            case "git" -> Symbol.FOLDER_GIT_2;
            case "upload" -> Symbol.UPLOAD;
            case "push" -> Symbol.SEND;
            default -> Symbol.GLOBE;
        };
    }

    /// Whether a source of that type reads by itself, rather than being sent its files.
    static boolean reads(String type) {
        return !type.equals("upload") && !type.equals("push");
    }

    /// Whether a run of the source is under way or about to begin.
    ///
    /// @param before when the run started that was the last one as another was asked for; null where none was
    static boolean awaits(SourceHealth source, @Nullable Instant before) {
        SourceRun run = source.lastRun();
        return source.state() == SourceHealth.State.RUNNING
                || (run == null && reads(source.definition().type()))
                || (run != null && run.started().equals(before));
    }

    /// What a type is called, with its target where it has one.
    static String target(SourceDefinition definition) {
        return switch (definition.type()) {
            case "upload" -> "Uploaded in the portal";
            case "push" -> "Pushed by programs";
            case "git" -> definition.target() + ", " + branch(definition.branch());
            default -> definition.target();
        };
    }

    private static String branch(@Nullable String branch) {
        return branch == null ? "default branch" : "branch " + branch;
    }

    static StateLine state(SourceHealth source) {
        return switch (source.state()) {
            case NEW -> new StateLine(State.UNREPORTED, "About to run");
            case RUNNING -> new StateLine(State.INFO, Symbol.REFRESH_CW, "Running");
            case HEALTHY -> new StateLine(State.PASSED, "Healthy");
            case PROBLEMS -> new StateLine(REFUSED, "Problems");
            case FAILING -> new StateLine(State.FAILED, "Failing");
        };
    }

    /// What a run changed, in words: `2 new, 1 changed`; and what it refused, changed or not.
    static String outcome(SourceRun run) {
        if (!run.succeeded()) {
            return "Failed";
        }
        List<String> parts = new ArrayList<>();
        add(parts, run.created(), "new");
        add(parts, run.changed(), "changed");
        add(parts, run.removed(), "removed");
        if (parts.isEmpty()) {
            parts.add("Nothing changed");
        }
        add(parts, run.refused(), "refused");
        return String.join(", ", parts);
    }

    /// How often a source runs.
    static String every(Duration every) {
        return every.isZero() ? "Only when asked" : "Every " + Words.span(every);
    }

    private static void add(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(Words.number(count) + ' ' + word);
        }
    }
}
