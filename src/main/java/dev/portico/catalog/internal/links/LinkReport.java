package dev.portico.catalog.internal.links;

import dev.portico.catalog.Problem;
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
        return found.stream().map(one -> problem(one, named::contains)).toList();
    }

    /// The problems with the relations of the entities that a source places, at most 1,000.
    public List<Problem> ofSource(UUID source) {
        return problems.ofSource(source).stream()
                .map(one -> problem(one, ref -> true))
                .toList();
    }

    private static Problem problem(Located located, Predicate<EntityRef> named) {
        LinkProblem problem = located.problem();
        EntityRef ref = EntityRef.parse(problem.ref());
        int next =
                problem.kind() == LinkProblem.Kind.CIRCLE ? 1 % problem.others().size() : 0;
        String field = LinkWords.field(problem.type(), ref, problem.others().get(next));
        return switch (problem.kind()) {
            case MISSING -> missing(located, ref, field, problem.others().getFirst());
            case CIRCLE -> circle(located, ref, field, named);
        };
    }

    private static Problem missing(Located located, EntityRef ref, String field, String other) {
        return warning(
                located,
                ref,
                field,
                ref + " " + LinkWords.verb(located.problem().type()) + " " + other + ", which is not in the catalog.",
                other,
                "an entity of the catalog",
                "Correct " + field + ", or have a source describe " + other + "; the warning then goes by itself.");
    }

    private static Problem circle(Located located, EntityRef ref, String field, Predicate<EntityRef> named) {
        List<String> told = located.problem().others().stream()
                .map(other -> other.equals(Circles.AND_SO_ON) || named.test(EntityRef.parse(other))
                        ? other
                        : "another entity")
                .collect(Collectors.toList());
        told.set(0, ref.toString());
        told.add(ref.toString());
        String circle = String.join(" → ", told);
        return warning(
                located,
                ref,
                field,
                ref + " " + LinkWords.verb(located.problem().type()) + " itself in a circle: " + circle + ".",
                circle,
                "relations that lead back to no entity on the way",
                "Take one of these relations out; the warning then goes by itself.");
    }

    private static Problem warning(
            Located located, EntityRef ref, String field, String message, String found, String allowed, String remedy) {
        return new Problem(
                Problem.Severity.WARNING,
                "links",
                located.location(),
                0,
                0,
                0,
                field,
                ref,
                message,
                found,
                allowed,
                remedy);
    }
}
