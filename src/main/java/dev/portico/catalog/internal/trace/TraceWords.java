package dev.portico.catalog.internal.trace;

import dev.portico.catalog.Problem;
import dev.portico.catalog.SourceHealth;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.TraceFinding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Findings as sentences.
public final class TraceWords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH);

    private TraceWords() {}

    /// The finding as a person should read it.
    public static String sentence(TraceFinding finding) {
        return switch (finding) {
            case TraceFinding.Here here -> here.entity().ref() + " is in the catalog, and you may read it.";
            case TraceFinding.Orphaned orphan ->
                orphan.entity().ref() + " is in the catalog, but no source places it any more.";
            case TraceFinding.Hidden hidden ->
                "The catalog holds " + hidden.ref() + ", but none of your roles lets you read it.";
            case TraceFinding.NotHere missing -> "The catalog holds no " + missing.what() + " that you may read.";
            case TraceFinding.Elsewhere _ -> "The same name is there, of another kind or in another namespace.";
            case TraceFinding.Similar _ -> "These names are much like it.";
            case TraceFinding.Removed removed ->
                removed.ref() + " was in the catalog until " + time(removed.at()) + "."
                        + (removed.source() == null
                                ? " The source that placed it is gone."
                                : " The source " + removed.source() + " placed it and does so no longer.");
            case TraceFinding.Refused refused ->
                from(refused.source()) + place(refused.problem()) + " was refused: "
                        + refused.problem().message() + ' ' + refused.problem().remedy();
            case TraceFinding.Conflict conflict ->
                from(conflict.source()) + place(conflict.problem()) + " was refused, since the name is taken: "
                        + conflict.problem().message() + ' '
                        + conflict.problem().remedy();
            case TraceFinding.KindNotTaken kind ->
                "This portal takes in no entities of the kind " + kind.kind() + ". It takes in " + kind.allowed() + ".";
            case TraceFinding.Covered covered ->
                "The source " + covered.source().definition().name() + " reads this place.";
            case TraceFinding.NotCovered place -> "No source reads " + place.address() + ".";
            case TraceFinding.LeftOut left ->
                "The source " + left.source().definition().name() + " is near, but reads " + left.why() + ".";
            case TraceFinding.FileRead read -> read(read);
            case TraceFinding.NotRead unread ->
                "The last run of " + unread.source().definition().name() + ended(unread.source())
                        + " found no such file.";
            case TraceFinding.Failing failing -> failing(failing.source());
            case TraceFinding.Waiting waiting -> waiting(waiting.source());
            case TraceFinding.Current current ->
                "The last run of " + current.source().definition().name() + ended(current.source()) + " went well"
                        + next(current.source()) + '.';
            case TraceFinding.Unlisted unlisted ->
                "The file " + unlisted.path() + " has this name in it and lies beside what the source "
                        + unlisted.source().definition().name()
                        + " reads, but no Location or pattern names the file, so it was not read."
                        + " Name it in a Location that the source reads, or register it by itself.";
            case TraceFinding.NotNamed unnamed -> unnamed(unnamed.source());
            case TraceFinding.NotNamedElsewhere others ->
                others.sources() == 1
                        ? "One further source was read well, and none of its files names it."
                        : others.sources() + " further sources were read well, and none of their files names it.";
            case TraceFinding.SourcesClosed _ ->
                "Whether a source reads or refuses it is told to those who may see sources.";
        };
    }

    private static String read(TraceFinding.FileRead read) {
        String who = read.source() == null
                ? "The catalog has read "
                : "The source " + read.source() + (read.at() == null ? "" : " ran last at " + time(read.at()))
                        + " and holds ";
        return who
                + read.location()
                + (read.entities().isEmpty()
                        ? ", which places no entity that you may read."
                        : ", which places these entities that you may read.");
    }

    private static String failing(SourceHealth source) {
        SourceRun run = source.lastRun();
        String why = run == null || run.error() == null ? "" : ": " + run.error();
        return "The last run of " + source.definition().name() + ended(source) + " failed" + dotted(why)
                + " What it brought before stays" + next(source) + '.';
    }

    private static String waiting(SourceHealth source) {
        return "The source " + source.definition().name()
                + (source.state() == SourceHealth.State.RUNNING
                        ? " runs at this moment. Look again when it has ended."
                        : " has not run yet" + next(source) + '.');
    }

    private static String unnamed(SourceHealth source) {
        SourceRun run = source.lastRun();
        String files = run == null ? "none of its files" : "none of its " + run.files() + " files";
        return "The source " + source.definition().name() + " was read"
                + (run == null ? "" : " at " + time(run.started())) + " and that went well, but "
                + (run != null && run.files() == 1 ? "its one file does not name it" : files + " names it")
                + (source.definition().target().isEmpty() ? "." : next(source) + '.');
    }

    private static String dotted(String text) {
        return text.endsWith(".") ? text : text + '.';
    }

    private static String ended(SourceHealth source) {
        SourceRun run = source.lastRun();
        return run == null ? "" : ", at " + time(run.started()) + ",";
    }

    private static String next(SourceHealth source) {
        Instant next = source.nextRun();
        return next == null ? "; it runs again only when somebody asks" : "; it runs next at " + time(next);
    }

    private static String from(@Nullable String source) {
        return source == null ? "" : "In the source " + source + ", ";
    }

    /// File, line and column, as compilers write them.
    private static String place(Problem problem) {
        return problem.location() + (problem.line() == 0 ? "" : ":" + problem.line());
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneOffset.UTC));
    }
}
