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
import dev.portico.catalog.internal.store.SourceQueries;
import dev.portico.catalog.internal.store.SourcedProblem;
import dev.portico.catalog.internal.store.TraceQueries;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Follows the name of an entity.
@Component
public final class EntityTrace {

    private static final int MOST = 5;
    private static final int SHORTEST = 3;

    private final TraceQueries queries;
    private final EntityQueries entities;
    private final ProblemQueries problems;
    private final SourceQueries sources;
    private final EntityLists lists;
    private final EntityReading reading;
    private final CatalogDescriptorSettings settings;

    EntityTrace(
            TraceQueries queries,
            EntityQueries entities,
            ProblemQueries problems,
            SourceQueries sources,
            EntityLists lists,
            EntityReading reading,
            CatalogDescriptorSettings settings) {
        this.queries = queries;
        this.entities = entities;
        this.problems = problems;
        this.sources = sources;
        this.lists = lists;
        this.reading = reading;
        this.settings = settings;
    }

    /// @param seesSources whether the reader may see sources
    public List<TraceFinding> follow(String what, boolean seesSources, Reader reader) {
        AskedName asked = AskedName.of(what);
        List<EntityRef> named = queries.named(asked.name());
        Map<EntityRef, EntitySummary> readable = reading.readable(named, reader);
        List<EntityRef> meant = named.stream().filter(asked::means).toList();
        List<EntityRef> found =
                meant.stream().filter(readable::containsKey).limit(MOST).toList();
        List<TraceFinding> steps = new ArrayList<>();
        found.forEach(ref -> steps.add(here(Objects.requireNonNull(readable.get(ref)))));
        if (found.isEmpty()) {
            steps.addAll(missing(what, asked, meant, seesSources, reader));
            elsewhere(asked, readable).or(() -> similar(asked, reader)).ifPresent(steps::add);
        }
        steps.addAll(refused(asked, found, seesSources));
        steps.addAll(seesSources ? sources(found, meant) : closed(found));
        return steps;
    }

    private static TraceFinding here(EntitySummary entity) {
        return entity.orphan() ? new TraceFinding.Orphaned(entity) : new TraceFinding.Here(entity);
    }

    private List<TraceFinding> missing(
            String what, AskedName asked, List<EntityRef> meant, boolean seesSources, Reader reader) {
        List<TraceFinding> steps = new ArrayList<>();
        if (seesSources && !meant.isEmpty()) {
            meant.stream().limit(MOST).map(TraceFinding.Hidden::new).forEach(steps::add);
        } else {
            steps.add(new TraceFinding.NotHere(what));
        }
        String kind = asked.kind();
        if (kind != null) {
            KindsTaken.insteadOf(kind, settings)
                    .ifPresent(allowed -> steps.add(new TraceFinding.KindNotTaken(kind, allowed)));
        }
        queries.gone(asked.name()).stream().filter(asked::means).limit(MOST).forEach(ref -> removed(ref, reader)
                .ifPresent(steps::add));
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

    private static Optional<TraceFinding> elsewhere(AskedName asked, Map<EntityRef, EntitySummary> readable) {
        List<EntitySummary> others = readable.values().stream()
                .filter(entity -> !asked.means(entity.ref()))
                .limit(MOST)
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(new TraceFinding.Elsewhere(others));
    }

    private List<TraceFinding> refused(AskedName asked, List<EntityRef> found, boolean seesSources) {
        if (seesSources) {
            List<SourcedProblem> all = problems.errorsNaming(asked.name()).stream()
                    .filter(each -> each.problem().ref() == null
                            || asked.means(each.problem().ref()))
                    .limit(MOST)
                    .toList();
            return SourceSteps.refusals(all);
        }
        return found.stream()
                .flatMap(ref -> problems.ofEntity(ref).stream())
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .limit(MOST)
                .map(problem -> SourceSteps.refusal(problem, null))
                .toList();
    }

    /// Entities that are called much like it: as long a beginning of the name as finds any.
    private Optional<TraceFinding> similar(AskedName asked, Reader reader) {
        String name = asked.name();
        for (int end = Math.min(name.length(), 2 * MOST); end >= Math.min(SHORTEST, name.length()) && end > 0; end--) {
            List<EntitySummary> alike = lists.suggest(name.substring(0, end), MOST, reader).stream()
                    .filter(entity -> !entity.ref().name().equals(name))
                    .toList();
            if (!alike.isEmpty()) {
                return Optional.of(new TraceFinding.Similar(alike));
            }
        }
        return Optional.empty();
    }

    /// Of what is there, how its source is doing; of what is not, the sources that may bring it yet.
    private List<TraceFinding> sources(List<EntityRef> found, List<EntityRef> meant) {
        if (!meant.isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            (found.isEmpty() ? meant : found)
                    .forEach(ref -> entities.record(ref).ifPresent(held -> names.add(held.source())));
            return names.stream()
                    .limit(MOST)
                    .flatMap(name -> sources.named(name).stream())
                    .map(SourceSteps::state)
                    .toList();
        }
        return sources.all().stream()
                .filter(SourceSteps::behind)
                .limit(MOST)
                .map(SourceSteps::state)
                .toList();
    }

    private static List<TraceFinding> closed(List<EntityRef> found) {
        return found.isEmpty() ? List.of(AddressTrace.CLOSED) : List.of();
    }
}
