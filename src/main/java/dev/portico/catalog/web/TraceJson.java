package dev.portico.catalog.web;

import dev.portico.catalog.Problem;
import dev.portico.catalog.SourceHealth;
import dev.portico.catalog.Trace;
import dev.portico.catalog.TraceAction;
import dev.portico.catalog.TraceFinding;
import dev.portico.catalog.TraceStep;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why something is in the catalog or is missing.
///
/// @param what    what was asked
/// @param subject `entity` for a name or reference, `address` for an address or path
record TraceJson(String what, String subject, List<StepJson> steps) {

    static TraceJson of(Trace trace) {
        return new TraceJson(
                trace.what(),
                trace.subject().name().toLowerCase(Locale.ROOT),
                trace.steps().stream().map(StepJson::of).toList());
    }

    /// One thing that was found.
    ///
    /// @param finding  what it is, by a stable word such as `not-here`
    /// @param good     whether that is as one would want it
    /// @param sentence the same for people
    /// @param entities the refs of the entities it is about
    /// @param source   the name of the source it is about, or null
    /// @param problem  what was refused, or null
    /// @param action   what the caller can do about it, or null
    record StepJson(
            String finding,
            boolean good,
            String sentence,
            List<String> entities,
            @Nullable String source,
            @Nullable Problem problem,
            @Nullable ActionJson action) {

        static StepJson of(TraceStep step) {
            TraceFinding finding = step.finding();
            TraceAction action = step.action();
            return new StepJson(
                    word(finding),
                    finding.good(),
                    step.sentence(),
                    refs(finding),
                    source(finding),
                    finding.problem(),
                    action == null ? null : new ActionJson(word(action.kind()), action.target()));
        }

        private static List<String> refs(TraceFinding finding) {
            return switch (finding) {
                case TraceFinding.Hidden hidden -> List.of(hidden.ref().toString());
                case TraceFinding.Removed removed -> List.of(removed.ref().toString());
                default ->
                    finding.entities().stream()
                            .map(entity -> entity.ref().toString())
                            .toList();
            };
        }

        private static @Nullable String source(TraceFinding finding) {
            return switch (finding) {
                case TraceFinding.Removed found -> found.source();
                case TraceFinding.Refused found -> found.source();
                case TraceFinding.Conflict found -> found.source();
                case TraceFinding.FileRead found -> found.source();
                case TraceFinding.Covered found -> name(found.source());
                case TraceFinding.LeftOut found -> name(found.source());
                case TraceFinding.NotRead found -> name(found.source());
                case TraceFinding.Failing found -> name(found.source());
                case TraceFinding.Waiting found -> name(found.source());
                case TraceFinding.Current found -> name(found.source());
                case TraceFinding.Unlisted found -> name(found.source());
                case TraceFinding.NotNamed found -> name(found.source());
                case TraceFinding.NotNamedElsewhere _ -> null;
                case TraceFinding.Here _, TraceFinding.Orphaned _, TraceFinding.Hidden _ -> null;
                case TraceFinding.NotHere _, TraceFinding.Elsewhere _, TraceFinding.Similar _ -> null;
                case TraceFinding.KindNotTaken _, TraceFinding.NotCovered _, TraceFinding.SourcesClosed _ -> null;
            };
        }

        private static String name(SourceHealth source) {
            return source.definition().name();
        }

        private static String word(TraceFinding finding) {
            return switch (finding) {
                case TraceFinding.Here _ -> "here";
                case TraceFinding.Orphaned _ -> "orphaned";
                case TraceFinding.Hidden _ -> "hidden";
                case TraceFinding.NotHere _ -> "not-here";
                case TraceFinding.Elsewhere _ -> "elsewhere";
                case TraceFinding.Similar _ -> "similar";
                case TraceFinding.Removed _ -> "removed";
                case TraceFinding.Refused _ -> "refused";
                case TraceFinding.Conflict _ -> "conflict";
                case TraceFinding.KindNotTaken _ -> "kind-not-taken";
                case TraceFinding.Covered _ -> "covered";
                case TraceFinding.NotCovered _ -> "not-covered";
                case TraceFinding.LeftOut _ -> "left-out";
                case TraceFinding.FileRead _ -> "file-read";
                case TraceFinding.NotRead _ -> "not-read";
                case TraceFinding.Failing _ -> "failing";
                case TraceFinding.Waiting _ -> "waiting";
                case TraceFinding.Current _ -> "current";
                case TraceFinding.Unlisted _ -> "unlisted";
                case TraceFinding.NotNamed _ -> "not-named";
                case TraceFinding.NotNamedElsewhere _ -> "not-named-elsewhere";
                case TraceFinding.SourcesClosed _ -> "sources-closed";
            };
        }

        private static String word(TraceAction.Kind kind) {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What can be done.
    ///
    /// @param kind   `open-entity`, `open-source`, `refresh-source`, `register` or `ask`
    /// @param target the ref, name, address or permission
    record ActionJson(String kind, String target) {}
}
