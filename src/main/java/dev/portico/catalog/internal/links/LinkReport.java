package dev.portico.catalog.internal.links;

import dev.portico.catalog.Problem;
import dev.portico.catalog.internal.links.LinkSpots.Stated;
import dev.portico.catalog.internal.store.LinkProblem;
import dev.portico.catalog.internal.store.LinkProblems;
import dev.portico.catalog.internal.store.LinkProblems.Located;
import dev.portico.kernel.EntityRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What is wrong with relations, in words.
@Component
public final class LinkReport {

    private final LinkProblems problems;

    LinkReport(LinkProblems problems) {
        this.problems = problems;
    }

    /// The problems with the relations that an entity states. A circle names only what the reader may read.
    ///
    /// @param readable those of some refs that the reader may read
    public List<Problem> ofEntity(EntityRef ref, Function<Collection<EntityRef>, Set<EntityRef>> readable) {
        List<Located> found = problems.of(ref);
        Set<EntityRef> far = found.stream()
                .map(Located::problem)
                .filter(problem -> problem.kind() == LinkProblem.Kind.CIRCLE)
                .flatMap(problem -> problem.others().stream())
                .filter(other -> !other.equals(Circles.AND_SO_ON))
                .map(EntityRef::parse)
                .collect(Collectors.toSet());
        Set<EntityRef> named = far.isEmpty() ? Set.of() : readable.apply(far);
        return problems(found, named::contains);
    }

    /// The problems with the relations of the entities that a source places, at most 1,000.
    public List<Problem> ofSource(UUID source) {
        return problems(problems.ofSource(source), ref -> true);
    }

    private List<Problem> problems(List<Located> found, Predicate<EntityRef> named) {
        LinkSpots spots = LinkSpots.of(found, problems);
        return found.stream()
                .map(one -> problem(one.problem(), spots.stated(one, named), named))
                .toList();
    }

    private static Problem problem(LinkProblem problem, Stated stated, Predicate<EntityRef> named) {
        return switch (problem.kind()) {
            case MISSING -> missing(problem, stated);
            case CIRCLE -> circle(problem, stated, named);
        };
    }

    private static Problem missing(LinkProblem problem, Stated stated) {
        String other = problem.others().getFirst();
        EntityRef self = EntityRef.parse(problem.ref());
        return warning(
                problem,
                stated,
                self.shortName() + " " + LinkWords.verb(problem.type()) + " "
                        + LinkWords.named(EntityRef.parse(other), self) + ", which is not in the catalog.",
                other,
                "an entity of the catalog",
                "Correct " + stated.spot().field() + ", or have a source describe " + other
                        + "; the warning then goes by itself.");
    }

    private static Problem circle(LinkProblem problem, Stated stated, Predicate<EntityRef> named) {
        EntityRef self = EntityRef.parse(problem.ref());
        String words = circle(problem, named, ref -> LinkWords.named(ref, self));
        return warning(
                problem,
                stated,
                self.shortName() + " " + LinkWords.verb(problem.type()) + " itself in a circle: " + words + ".",
                circle(problem, named, EntityRef::toString),
                "relations that lead back to no entity on the way",
                "Take one of these relations out; the warning then goes by itself.");
    }

    private static String circle(LinkProblem problem, Predicate<EntityRef> named, Function<EntityRef, String> words) {
        List<String> told = new ArrayList<>();
        String self = words.apply(EntityRef.parse(problem.ref()));
        told.add(self);
        problem.others().stream().skip(1).map(other -> far(other, named, words)).forEach(told::add);
        told.add(self);
        return String.join(" → ", told);
    }

    private static String far(String other, Predicate<EntityRef> named, Function<EntityRef, String> words) {
        if (other.equals(Circles.AND_SO_ON)) {
            return other;
        }
        EntityRef ref = EntityRef.parse(other);
        return named.test(ref) ? words.apply(ref) : "another entity";
    }

    private static Problem warning(
            LinkProblem problem, Stated stated, String message, String found, String allowed, String remedy) {
        return new Problem(
                Problem.Severity.WARNING,
                "links",
                stated.location(),
                stated.spot().document(),
                stated.spot().line(),
                stated.spot().column(),
                stated.spot().field(),
                EntityRef.parse(problem.ref()),
                message,
                found,
                allowed,
                remedy);
    }
}
