package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Explanation;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Explanation.Holding;
import dev.portico.access.Explanation.Outcome;
import dev.portico.access.Explanation.SeenCondition;
import dev.portico.access.Explanation.SeenGrant;
import dev.portico.access.Permission;
import dev.portico.access.Rule;
import dev.portico.access.Wanted;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says why a decision came out as it did, by looking at everything once more.
final class Explainer {

    private static final int MOST_SEEN = 20;
    private static final int LONGEST_SEEN = 200;

    private final Evaluator evaluator;
    private final Reader reader;
    private final Permission permission;
    private final @Nullable Thing thing;

    Explainer(Evaluator evaluator, Reader reader, Permission permission, @Nullable Thing thing) {
        this.evaluator = evaluator;
        this.reader = reader;
        this.permission = permission;
        this.thing = thing;
    }

    Explanation explanation() {
        List<HeldRole> held = evaluator.held(reader);
        Set<String> roles = evaluator.roles().held(reader, evaluator.now());
        List<String> limits = limits();
        List<SeenGrant> seen = new ArrayList<>();
        List<String> sentences = new ArrayList<>(limits);
        roles(reader, held).ifPresent(sentences::add);
        int before = sentences.size();
        for (String role : roles.stream().sorted().toList()) {
            for (HeldGrant grant : evaluator.roles().grants(role)) {
                SeenGrant one = seen(grant, roles);
                seen.add(one);
                if (one.outcome() != Outcome.OTHER_PERMISSION) {
                    sentences.add(grant.sentence(permission.name()) + held(grant, one.outcome()));
                }
            }
        }
        if (sentences.size() == before) {
            sentences.add("No role of " + reader.subject() + " allows " + permission.name() + ".");
        }
        return new Explanation(evaluator.number(), limits, held, seen, sentences);
    }

    private List<String> limits() {
        List<String> limits = new ArrayList<>();
        if (Evaluator.beyondToken(reader, permission)) {
            limits.add("The token of " + reader.subject() + " is not scoped for " + permission.name() + ".");
        }
        Condition limit = Evaluator.limit(reader);
        Set<String> spaces = reader.spaces();
        if (limit != null && spaces != null) {
            Thing about = thing;
            boolean inside =
                    about != null && evaluator.spaces().bound(limit, true).holds(reader, about);
            limits.add("The token of " + reader.subject() + " counts only for what belongs to "
                    + TokenRights.words(spaces)
                    + (about == null
                            ? (permission.isGeneral()
                                    ? ", and this permission is about no thing."
                                    : ", and the question names no thing.")
                            : inside ? ", which this does." : ", which this does not."));
        }
        return limits;
    }

    private SeenGrant seen(HeldGrant grant, Set<String> roles) {
        if (!grant.grant().matches(permission)) {
            return new SeenGrant(grant.role(), grant.effective(), Outcome.OTHER_PERMISSION, null);
        }
        if (!grant.counts(roles, permission)) {
            return new SeenGrant(grant.role(), grant.effective(), Outcome.SPARES_ADMIN, null);
        }
        if (grant.unconditional()) {
            return new SeenGrant(grant.role(), grant.effective(), Outcome.HOLDS, null);
        }
        Thing about = thing;
        if (about == null) {
            Outcome unasked = permission.isGeneral() ? Outcome.DOES_NOT_HOLD : Outcome.NEEDS_THING;
            return new SeenGrant(grant.role(), grant.effective(), unasked, null);
        }
        SeenCondition condition = seen(evaluator.spaces().bound(grant.condition(), grant.allows()), about);
        Outcome outcome = condition.holds() ? Outcome.HOLDS : Outcome.DOES_NOT_HOLD;
        return new SeenGrant(grant.role(), grant.effective(), outcome, condition);
    }

    private SeenCondition seen(Condition condition, Thing about) {
        List<SeenCondition> parts =
                switch (condition) {
                    case Condition.AllOf all ->
                        all.parts().stream().map(part -> seen(part, about)).toList();
                    case Condition.AnyOf any ->
                        any.parts().stream().map(part -> seen(part, about)).toList();
                    case Condition.Not not -> List.of(seen(not.part(), about));
                    case Rule rule -> List.of();
                };
        Set<String> wanted = Set.of();
        List<String> values = List.of();
        if (condition instanceof Rule rule) {
            Wanted asked = rule.wanted(reader);
            wanted = asked.values();
            values = asked.seen(about).stream()
                    .limit(MOST_SEEN)
                    .map(Explainer::shortened)
                    .toList();
        }
        return new SeenCondition(condition.words(), condition.holds(reader, about), wanted, values, parts);
    }

    private static Optional<String> roles(Reader reader, List<HeldRole> held) {
        if (held.isEmpty()) {
            return Optional.empty();
        }
        String roles = held.stream()
                .map(role -> role.role() + " ("
                        + role.holdings().stream().map(Explainer::words).collect(Collectors.joining("; ")) + ")")
                .collect(Collectors.joining(", "));
        return Optional.of(reader.subject() + " holds " + roles + ".");
    }

    private static String words(Holding held) {
        String way =
                switch (held.way()) {
                    case ACCOUNT -> "given to the account";
                    case TOKEN -> held.through().startsWith(TokenReaders.SUBJECT) ? "given to the token" : "its own";
                    case USER, GROUP -> "as " + held.through();
                    case EVERYONE -> "as everyone signed in";
                    case INCLUDED -> "included in " + held.through();
                };
        return held.until() == null ? way : way + " until " + held.until();
    }

    private String held(HeldGrant grant, Outcome outcome) {
        if (outcome == Outcome.SPARES_ADMIN) {
            return ", which does not reach admins.";
        }
        if (grant.unconditional()) {
            return ".";
        }
        if (thing == null) {
            return permission.isGeneral()
                    ? ", and the permission is about no things, of which that could be so."
                    : ", and no thing was named to ask that of.";
        }
        return outcome == Outcome.HOLDS ? ", which holds." : ", which does not hold.";
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_SEEN ? value : value.substring(0, LONGEST_SEEN) + "…";
    }
}
