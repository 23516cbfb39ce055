package dev.portico.catalog.internal.ingest;

import dev.portico.catalog.Problem;
import dev.portico.catalog.internal.source.SourceUnreadable;
import dev.portico.catalog.internal.store.HeldEntity;
import dev.portico.catalog.internal.store.HeldFile.Follow;
import dev.portico.catalog.internal.store.HeldFile.Spot;
import dev.portico.kernel.EntityRef;
import java.util.Objects;
import java.util.Optional;

/// What could not be read, and what stays in the catalog on that account, as problems.
final class ReadingProblems {

    /// The stage of all of them.
    static final String STAGE = "source";

    private static final Spot NOWHERE = new Spot(0, 0, 0, "");

    private ReadingProblems() {}

    /// A file that cannot be read.
    static Problem of(FileVisit visit, SourceUnreadable unreadable) {
        return problem(visit, unreadable, NOWHERE, unreadable.place(), remedy(unreadable));
    }

    /// A target of a Location that cannot be reached.
    static Problem of(FileVisit visit, SourceUnreadable unreadable, Follow target) {
        Spot spot = Objects.requireNonNullElse(target.spot(), NOWHERE);
        return problem(visit, unreadable, spot, target.target(), remedy(unreadable, target));
    }

    /// An entity that stays because its file could not be read, or a document of it may have been any entity.
    static Problem doubtful(FileVisit visit, HeldEntity entity) {
        return stays(
                visit,
                entity,
                visit.nobodysError(),
                "its file could not be read to the end.",
                "Mend what else is wrong with the file; the next run then reads it anew.");
    }

    /// An entity that stays because its file may still be named by a Location that could not be followed to the end.
    ///
    /// @param visit the file with that Location
    static Problem kept(FileVisit visit, HeldEntity entity, String file) {
        return stays(
                visit,
                entity,
                visit.unreached(),
                "its file " + file + " is kept while a Location that led to it has a target that cannot be"
                        + " reached.",
                "Mend the target, or take it out of the Location; the next run then removes what is no longer named.");
    }

    private static Problem stays(
            FileVisit visit, HeldEntity entity, Optional<Problem> cause, String why, String remedy) {
        return new Problem(
                Problem.Severity.WARNING,
                STAGE,
                visit.location(),
                cause.map(Problem::document).orElse(0),
                cause.map(Problem::line).orElse(0),
                cause.map(Problem::column).orElse(0),
                cause.map(Problem::field).orElse(""),
                EntityRef.parse(entity.ref()),
                "This is the last good version of " + entity.ref() + ", since " + why
                        + cause.map(problem -> " " + problem.message()).orElse(""),
                cause.map(Problem::found).orElse(""),
                cause.map(Problem::allowed).orElse(""),
                cause.map(Problem::remedy).orElse(remedy));
    }

    private static Problem problem(
            FileVisit visit, SourceUnreadable unreadable, Spot spot, String found, String remedy) {
        return new Problem(
                Problem.Severity.ERROR,
                STAGE,
                visit.location(),
                spot.document(),
                spot.line(),
                spot.column(),
                Objects.requireNonNullElse(spot.field(), ""),
                null,
                unreadable.sentence(),
                found,
                unreadable.allowed(),
                remedy);
    }

    private static String remedy(SourceUnreadable unreadable) {
        return switch (unreadable.reason()) {
            case CHANGING, UNREACHABLE -> patience();
            case MISSING -> "Put the file back, or take it out of what names it.";
            case TOO_LARGE -> "Split the file, or raise the limit that the message names.";
            case UNAUTHORISED -> "Name a credential that may read it, or let it be read without one.";
            case REFUSED, BROKEN -> "Correct what stands there, or take the file out of the source.";
        };
    }

    private static String remedy(SourceUnreadable unreadable, Follow target) {
        return switch (unreadable.reason()) {
            case CHANGING, UNREACHABLE -> patience();
            case MISSING ->
                "Correct the target or take it out of the Location"
                        + (target.required() ? "; presence: optional says that it may be missing." : ".");
            case TOO_LARGE -> "Split the file, or raise the limit that the message names.";
            case UNAUTHORISED -> "Name a credential that may read it, or take the target out of the Location.";
            case REFUSED, BROKEN -> "Correct the target, or take it out of the Location.";
        };
    }

    private static String patience() {
        return "Nothing has to be mended if it answers again; the next run tries once more.";
    }
}
