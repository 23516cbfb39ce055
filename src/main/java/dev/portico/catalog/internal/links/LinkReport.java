package dev.portico.catalog.internal.links;

import dev.portico.catalog.Problem;
import dev.portico.catalog.internal.links.LinkSpots.Stated;
import dev.portico.catalog.internal.store.LinkProblem;
import dev.portico.catalog.internal.store.LinkProblems;
import dev.portico.catalog.internal.store.LinkProblems.Located;
import dev.portico.kernel.EntityRef;
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
        return warning(
                problem,
                stated,
                problem.ref() + " " + LinkWords.verb(problem.type()) + " " + other + ", which is not in the catalog.",
                other,
                "an entity of the catalog",
                "Correct " + stated.spot().field() + ", or have a source describe " + other
                        + "; the warning then goes by itself.");
    }

    private static Problem circle(LinkProblem problem, Stated stated, Predicate<EntityRef> named) {
        List<String> told = problem.others().stream()
                .map(other -> other.equals(Circles.AND_SO_ON) || named.test(EntityRef.parse(other))
                        ? other
                        : "another entity")
                .collect(Collectors.toList());
        told.set(0, problem.ref());
        told.add(problem.ref());
        String circle = String.join(" → ", told);
        return warning(
                problem,
                stated,
                problem.ref() + " " + LinkWords.verb(problem.type()) + " itself in a circle: " + circle + ".",
                circle,
                "relations that lead back to no entity on the way",
                "Take one of these relations out; the warning then goes by itself.");
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
