package dev.portico.catalog.internal.trace;

import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Problem;
import dev.portico.catalog.Revision;
import dev.portico.catalog.TraceFinding;
import dev.portico.catalog.internal.EntityReading;
import dev.portico.catalog.internal.descriptor.CatalogDescriptorSettings;
import dev.portico.catalog.internal.descriptor.KindsTaken;
import dev.portico.catalog.internal.find.EntityLists;
import dev.portico.catalog.internal.store.EntityQueries;
import dev.portico.catalog.internal.store.ProblemQueries;
import dev.portico.catalog.internal.store.RefPattern;
import dev.portico.catalog.internal.store.SourceQueries;
import dev.portico.catalog.internal.store.SourcedProblem;
import dev.portico.catalog.internal.store.TraceQueries;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Follows the name of an entity.
@Component
public final class EntityTrace {

    private static final int MOST = 5;
    private static final int CANDIDATES = 20;
    private static final int SHORTEST = 3;
    private static final int GONE = 500;

    private final TraceQueries queries;
    private final EntityQueries entities;
    private final ProblemQueries problems;
    private final SourceQueries sources;
    private final EntityLists lists;
    private final EntityReading reading;
    private final FirstReadable readable;
    private final CatalogDescriptorSettings settings;
    private final SearchedSources searched;

    EntityTrace(
            TraceQueries queries,
            EntityQueries entities,
            ProblemQueries problems,
            SourceQueries sources,
            EntityLists lists,
            EntityReading reading,
            FirstReadable readable,
            CatalogDescriptorSettings settings,
            SearchedSources searched) {
        this.queries = queries;
        this.entities = entities;
        this.problems = problems;
        this.sources = sources;
        this.lists = lists;
        this.reading = reading;
        this.readable = readable;
        this.settings = settings;
        this.searched = searched;
    }

    /// @param seesSources whether the reader may see sources
    public List<TraceFinding> follow(String what, boolean seesSources, Reader reader) {
        AskedName asked = AskedName.of(what);
        List<EntitySummary> here = called(asked.pattern(), reader);
        List<EntityRef> found = here.stream().map(EntitySummary::ref).toList();
        List<EntityRef> hidden =
                found.isEmpty() && seesSources ? queries.named(asked.pattern(), null, MOST) : List.of();
        List<TraceFinding> steps = new ArrayList<>();
        here.forEach(entity -> steps.add(here(entity)));
        if (found.isEmpty()) {
            steps.addAll(missing(what, asked, hidden, reader));
            elsewhere(asked, reader).or(() -> similar(asked, reader)).ifPresent(steps::add);
        }
        List<TraceFinding> refused = refused(asked, found, seesSources);
        steps.addAll(refused);
        if (!seesSources) {
            steps.addAll(closed(found));
        } else if (found.isEmpty() && hidden.isEmpty()) {
            steps.addAll(refused.isEmpty() ? searched.without(asked.name(), reader) : searched.behind());
        } else {
            steps.addAll(sources(found.isEmpty() ? hidden : found));
        }
        return steps;
    }

    private List<EntitySummary> called(RefPattern meant, Reader reader) {
        return readable.of((last, limit) -> queries.named(meant, last, limit), MOST, reader);
    }

    private static TraceFinding here(EntitySummary entity) {
        return entity.orphan() ? new TraceFinding.Orphaned(entity) : new TraceFinding.Here(entity);
    }

    private List<TraceFinding> missing(String what, AskedName asked, List<EntityRef> hidden, Reader reader) {
        List<TraceFinding> steps = new ArrayList<>();
        if (hidden.isEmpty()) {
            steps.add(new TraceFinding.NotHere(what));
        }
        hidden.stream().map(TraceFinding.Hidden::new).forEach(steps::add);
        String kind = asked.kind();
        if (kind != null) {
            KindsTaken.insteadOf(kind, settings)
                    .ifPresent(allowed -> steps.add(new TraceFinding.KindNotTaken(kind, allowed)));
        }
        queries.gone(asked.pattern(), GONE).stream()
                .flatMap(ref -> removed(ref, reader).stream())
                .limit(MOST)
                .forEach(steps::add);
        return steps;
    }

    /// Whoever may not read what it said last is not told that it was.
    private Optional<TraceFinding> removed(EntityRef ref, Reader reader) {
        return reading.history(ref, 0, 1, reader).items().stream()
                .findFirst()
                .filter(revision -> revision.validTo() != null)
                .map(revision -> removed(ref, revision));
    }

    private static TraceFinding removed(EntityRef ref, Revision last) {
        Instant end = last.validTo() == null ? last.validFrom() : last.validTo();
        return new TraceFinding.Removed(ref, end, last.source());
    }

    private Optional<TraceFinding> elsewhere(AskedName asked, Reader reader) {
        List<EntitySummary> others = called(RefPattern.called(asked.name()), reader);
        return others.isEmpty() ? Optional.empty() : Optional.of(new TraceFinding.Elsewhere(others));
    }

    private List<TraceFinding> refused(AskedName asked, List<EntityRef> found, boolean seesSources) {
        if (seesSources) {
            List<SourcedProblem> all =
                    problems.errorsNaming(asked.pattern()).stream().limit(MOST).toList();
            return SourceSteps.refusals(all);
        }
        return found.stream()
                .flatMap(ref -> problems.ofEntity(ref).stream())
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .limit(MOST)
                .map(problem -> SourceSteps.refusal(problem, null))
                .toList();
    }

    /// Entities of that kind that are called much like it: as long a beginning of the name as finds any.
    private Optional<TraceFinding> similar(AskedName asked, Reader reader) {
        String name = asked.name();
        for (int end = Math.min(name.length(), 2 * MOST); end >= Math.min(SHORTEST, name.length()) && end > 0; end--) {
            List<EntitySummary> alike = lists.suggest(name.substring(0, end), CANDIDATES, reader).stream()
                    .filter(entity ->
                            asked.kind() == null || entity.ref().kind().equals(asked.kind()))
                    .filter(entity -> !entity.ref().name().equals(name)
                            && Likeness.between(name, entity.ref().name()))
                    .limit(MOST)
                    .toList();
            if (!alike.isEmpty()) {
                return Optional.of(new TraceFinding.Similar(alike));
            }
        }
        return Optional.empty();
    }

    /// Of what is there, how its source is doing.
    private List<TraceFinding> sources(List<EntityRef> there) {
        Set<String> names = new LinkedHashSet<>();
        there.forEach(ref -> entities.record(ref).ifPresent(held -> names.add(held.source())));
        return names.stream()
                .limit(MOST)
                .flatMap(name -> sources.named(name).stream())
                .map(SourceSteps::state)
                .toList();
    }

    private static List<TraceFinding> closed(List<EntityRef> found) {
        return found.isEmpty() ? List.of(AddressTrace.CLOSED) : List.of();
    }
}
