package dev.portico.catalog.internal.links;

import dev.portico.catalog.RelationType;
import dev.portico.catalog.internal.store.LinkProblem;
import dev.portico.catalog.internal.store.LinkProblems;
import dev.portico.catalog.internal.store.LinkProblems.InFile;
import dev.portico.catalog.internal.store.LinkProblems.Located;
import dev.portico.catalog.internal.store.ReferencePlaces;
import dev.portico.catalog.internal.store.ReferencePlaces.Spot;
import dev.portico.kernel.EntityRef;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// Where the references stand that problems are about. Two queries for any number of problems.
final class LinkSpots {

    private final Map<String, InFile> files;
    private final Map<UUID, ReferencePlaces> places;

    private LinkSpots(Map<String, InFile> files, Map<UUID, ReferencePlaces> places) {
        this.files = files;
        this.places = places;
    }

    static LinkSpots of(Collection<Located> found, LinkProblems problems) {
        Set<String> ends = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        for (Located located : found) {
            ids.add(located.file().id());
            if (located.problem().kind() == LinkProblem.Kind.CIRCLE) {
                ends.add(next(located.problem()));
            }
        }
        Map<String, InFile> files = problems.files(ends);
        files.values().forEach(file -> ids.add(file.id()));
        return new LinkSpots(files, problems.places(ids));
    }

    /// Where the entity states the relation; or, of a circle, where the other end does, if it may be named. Without a
    /// place where none is known.
    ///
    /// @param named which entities the reader may be told of
    Stated stated(Located located, Predicate<EntityRef> named) {
        LinkProblem problem = located.problem();
        String other = next(problem);
        Optional<Stated> own = stated(located.file(), problem.ref(), problem.type(), other);
        if (own.isPresent()) {
            return own.get();
        }
        InFile far = files.get(other);
        if (far != null && named.test(EntityRef.parse(other))) {
            String inverse = RelationType.named(problem.type()).inverse();
            Optional<Stated> there = stated(far, other, inverse, problem.ref());
            if (there.isPresent()) {
                return there.get();
            }
        }
        String field = LinkWords.field(problem.type(), EntityRef.parse(problem.ref()), other);
        return new Stated(located.file().location(), new Spot(0, 0, 0, field));
    }

    private Optional<Stated> stated(InFile file, String ref, String type, String other) {
        ReferencePlaces known = places.get(file.id());
        return known == null
                ? Optional.empty()
                : known.find(ref, type, other).map(spot -> new Stated(file.location(), spot));
    }

    /// The other end of the relation that is at fault; of a circle, the first step.
    private static String next(LinkProblem problem) {
        List<String> others = problem.others();
        return others.get(problem.kind() == LinkProblem.Kind.CIRCLE ? 1 % others.size() : 0);
    }

    /// A place in a file.
    record Stated(String location, Spot spot) {}
}
