package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Party;
import dev.portico.access.Permission;
import dev.portico.access.PolicyEffect;
import dev.portico.access.PolicyEffect.Direction;
import dev.portico.access.PolicyEffect.Line;
import dev.portico.access.Rule;
import dev.portico.access.Scope;
import dev.portico.access.internal.Subjects.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What people gain and lose, from what they hold by one policy and by another. Whoever holds the same roles by both is
/// looked at once for all of them.
final class EffectLines {

    private static final String MINE = new Rule.OwnerIsMine().words();
    private static final String EVERYWHERE = "everywhere";
    private static final String IN = "in ";
    private static final String WHERE = "where ";
    private static final String THEIRS = "its owner is them or one of their groups";

    private final Evaluator before;
    private final Evaluator after;
    private final Collection<Permission> permissions;
    private final Map<Held, Set<Right>> known = new HashMap<>();

    EffectLines(Evaluator before, Evaluator after, Collection<Permission> permissions) {
        this.before = before;
        this.after = after;
        this.permissions = permissions;
    }

    /// @param named whether tokens are named and not only counted
    PolicyEffect effect(List<Subject> subjects, boolean named) {
        Map<Right, List<Subject>> concerned = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            Held held = new Held(
                    before.roles().held(subject.reader(), before.now()),
                    after.roles().held(subject.reader(), after.now()));
            for (Right right : known.computeIfAbsent(held, this::rights)) {
                if (!Evaluator.beyondToken(subject.reader(), right.permission)) {
                    right.within(Evaluator.limit(subject.reader())).ifPresent(own -> concerned
                            .computeIfAbsent(own, any -> new ArrayList<>())
                            .add(subject));
                }
            }
        }
        return new PolicyEffect(
                before.number(),
                after.number(),
                people(concerned, Direction.GAIN),
                people(concerned, Direction.LOSE),
                lines(concerned, named));
    }

    /// Rights that go the same way at the same place for the same people make one line.
    private static List<Line> lines(Map<Right, List<Subject>> concerned, boolean named) {
        Map<Shared, Set<String>> shared = new LinkedHashMap<>();
        concerned.forEach((right, subjects) -> shared.computeIfAbsent(
                        new Shared(right.direction, place(right.condition), subjects), any -> new LinkedHashSet<>())
                .add(right.permission.name()));
        return shared.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue(), named))
                .sorted(Comparator.comparing(Line::direction)
                        .thenComparingInt(line -> -line.people() - line.tokens())
                        .thenComparing(line -> line.permissions().getFirst())
                        .thenComparing(Line::place))
                .toList();
    }

    private static Line line(Shared shared, Set<String> permissions, boolean named) {
        int tokens = (int) shared.subjects.stream().filter(Subject::token).count();
        List<Party> who = shared.subjects.stream()
                .filter(subject -> named || !subject.token())
                .limit(PolicyEffect.MOST_NAMED)
                .map(Subject::party)
                .toList();
        return new Line(
                shared.direction,
                permissions.stream().sorted().toList(),
                shared.place,
                shared.subjects.size() - tokens,
                tokens,
                who);
    }

    private static int people(Map<Right, List<Subject>> concerned, Direction direction) {
        Set<String> people = new HashSet<>();
        concerned.forEach((right, subjects) -> {
            if (right.direction == direction) {
                subjects.stream()
                        .filter(subject -> !subject.token())
                        .forEach(subject -> people.add(subject.reader().subject()));
            }
        });
        return people.size();
    }

    private Set<Right> rights(Held held) {
        Set<Right> rights = new LinkedHashSet<>();
        for (Permission permission : permissions) {
            Rights was = before.roles().rights(held.before, permission);
            Rights is = after.roles().rights(held.after, permission);
            if (was.scope().equals(is.scope())) {
                continue;
            }
            if (permission.resourceType().isEmpty()) {
                boolean may = is.scope() instanceof Scope.All;
                if (may != was.scope() instanceof Scope.All) {
                    rights.add(new Right(may ? Direction.GAIN : Direction.LOSE, permission, Condition.always()));
                }
            } else {
                added(was, is, place -> rights.add(new Right(Direction.GAIN, permission, place)));
                added(is, was, place -> rights.add(new Right(Direction.LOSE, permission, place)));
            }
        }
        return rights;
    }

    /// The places that the one has beyond the other: what it allows more, and what it does not deny any longer.
    private static void added(Rights less, Rights more, Consumer<Condition> place) {
        if (!more.open()) {
            return;
        }
        Set<Condition> allowed = less.open() ? conditions(less, true) : Set.of();
        Set<Condition> denied = conditions(more, false);
        for (Condition condition : conditions(more, true)) {
            if (!within(condition, allowed) && !within(condition, denied)) {
                place.accept(condition);
            }
        }
        if (less.open()) {
            for (Condition condition : conditions(less, false)) {
                if (!within(condition, denied)) {
                    place.accept(condition);
                }
            }
        }
    }

    private static boolean within(Condition narrow, Set<Condition> wide) {
        return wide.stream().anyMatch(condition -> Implication.holds(narrow, condition));
    }

    private static Set<Condition> conditions(Rights rights, boolean allows) {
        Set<Condition> conditions = new LinkedHashSet<>();
        rights.grants().stream()
                .filter(grant -> grant.allows() == allows)
                .forEach(grant -> conditions.add(grant.condition()));
        return conditions;
    }

    private static String place(Condition condition) {
        if (condition.equals(Condition.always())) {
            return EVERYWHERE;
        }
        if (condition instanceof Rule.SpaceIs space) {
            return IN + space.space();
        }
        if (condition instanceof Condition.AnyOf(List<Condition> parts)
                && !parts.isEmpty()
                && parts.stream().allMatch(Rule.SpaceIs.class::isInstance)) {
            return parts.stream().map(EffectLines::place).collect(Collectors.joining(" or "));
        }
        if (condition instanceof Condition.AllOf(List<Condition> parts)) {
            String first = place(parts.getFirst());
            String rest =
                    place(parts.size() == 2 ? parts.getLast() : new Condition.AllOf(parts.subList(1, parts.size())));
            if (rest.equals(EVERYWHERE)) {
                return first;
            }
            if (first.startsWith(IN)) {
                return first + (rest.startsWith(IN) ? " and " : " ") + rest;
            }
        }
        return WHERE + condition.words().replace(MINE, THEIRS);
    }

    /// @param before the roles held by the one policy
    /// @param after  those held by the other
    private record Held(Set<String> before, Set<String> after) {}

    /// @param condition of what things; always for what is about none
    private record Right(Direction direction, Permission permission, Condition condition) {

        /// What of it a token has that reaches nothing else; empty where that is nothing.
        Optional<Right> within(@Nullable Condition limit) {
            if (limit == null || Implication.holds(condition, limit)) {
                return Optional.of(this);
            }
            if (permission.isGeneral()) {
                return Optional.empty();
            }
            return Optional.of(new Right(
                    direction,
                    permission,
                    Implication.holds(limit, condition) ? limit : Condition.both(limit, condition)));
        }
    }

    private record Shared(Direction direction, String place, List<Subject> subjects) {}
}
