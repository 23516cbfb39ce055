package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.access.Condition;
import dev.portico.access.Decision;
import dev.portico.access.Explanation;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Explanation.Holding;
import dev.portico.access.Explanation.Outcome;
import dev.portico.access.Explanation.SeenCondition;
import dev.portico.access.Explanation.SeenGrant;
import dev.portico.access.Rule;
import dev.portico.access.ui.frame.CatalogNames.Names;
import dev.portico.look.Icon;
import dev.portico.look.State;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Why a decision came out as it did: each role that is held, its grants that are about the permission, and their
/// conditions with the values that were seen.
final class DecisionTree extends Div {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);
    private static final String MINE = new Rule.OwnerIsMine().words();
    private static final String NOT_MINE = new Rule.OwnerIsMine().negated();
    private static final String THEIRS = "they, or one of their groups, own it";
    private static final String NOT_THEIRS = "neither they nor one of their groups own it";

    private final transient Names names;

    /// @param named what people and groups are called
    DecisionTree(Decision decision, Function<Collection<String>, Names> named) {
        addClassName("decision-tree");
        Explanation reasons = decision.reasons();
        names = named.apply(words(reasons));
        UnorderedList roles = new UnorderedList();
        for (String limit : reasons.limits()) {
            roles.add(item(decision.allowed() ? State.PASSED : State.WARNING, new Span(limit), ""));
        }
        for (HeldRole role : reasons.roles()) {
            roles.add(role(role, about(reasons, role)));
        }
        ListItem top = item(Verdict.state(decision), strong(head(decision)), "");
        top.add(roles);
        add(new UnorderedList(top));
    }

    /// What decided, in a sentence.
    static String head(Decision decision) {
        List<SeenGrant> held = decision.reasons().grants().stream()
                .filter(seen -> seen.outcome() == Outcome.HOLDS)
                .toList();
        return held.stream()
                .filter(seen -> !seen.grant().allows())
                .findFirst()
                .map(seen -> title(seen.role()) + " denies it")
                .orElseGet(() -> held.isEmpty() || decision.depends()
                        ? unallowed(decision)
                        : decision.allowed()
                                ? title(held.getFirst().role()) + " allows it"
                                : "The token does not reach it");
    }

    /// What is missing, where no grant allows it as it is asked.
    private static String unallowed(Decision decision) {
        List<SeenGrant> grants = decision.reasons().grants();
        if (decision.depends()) {
            boolean allows = grants.stream().anyMatch(seen -> seen.grant().allows() && holds(seen));
            boolean denies = grants.stream().anyMatch(seen -> !seen.grant().allows() && open(seen));
            String where = allows ? "Allowed" : "Allowed where a condition here holds";
            if (!decision.reasons().limits().isEmpty()) {
                where += allows ? " for what the token reaches" : ", for what the token reaches";
            }
            return denies ? where + (allows ? " unless a denial here holds" : ", unless a denial does") : where;
        }
        if (!decision.reasons().limits().isEmpty()
                && grants.stream().anyMatch(seen -> seen.grant().allows() && (holds(seen) || open(seen)))) {
            return "The token does not reach it";
        }
        boolean vain =
                grants.stream().anyMatch(seen -> seen.grant().allows() && seen.outcome() == Outcome.DOES_NOT_HOLD);
        return !vain
                ? "No grant allows it"
                : decision.permission().isGeneral()
                        ? "Allowed under conditions alone, and this permission is about no thing that could meet them"
                        : "No grant that allows it holds for this thing";
    }

    /// The refs of people and groups that the reasons name, among other words.
    private static List<String> words(Explanation reasons) {
        List<String> words = new ArrayList<>();
        reasons.roles().forEach(role -> role.holdings().forEach(holding -> words.add(holding.through())));
        reasons.grants().forEach(seen -> {
            if (seen.condition() != null) {
                words(seen.condition(), words);
            }
        });
        return words;
    }

    private static void words(SeenCondition condition, List<String> words) {
        words.addAll(condition.seen());
        condition.parts().forEach(part -> words(part, words));
    }

    private static List<SeenGrant> about(Explanation reasons, HeldRole role) {
        return reasons.grants().stream()
                .filter(seen -> seen.role().equals(role.role()) && seen.outcome() != Outcome.OTHER_PERMISSION)
                .distinct()
                .toList();
    }

    private ListItem role(HeldRole role, List<SeenGrant> grants) {
        Span name = new Span(strong(title(role.role())), new Span(" "), ways(role));
        if (grants.isEmpty()) {
            return item(State.NA, name, role.known() ? "holds no such grant" : "no such role");
        }
        boolean denies = grants.stream().anyMatch(seen -> !seen.grant().allows() && holds(seen));
        boolean allows = grants.stream().anyMatch(seen -> seen.grant().allows() && holds(seen));
        boolean depends = !denies && grants.stream().anyMatch(DecisionTree::open);
        ListItem item = item(depends ? State.UNREPORTED : state(allows && !denies), name, "");
        UnorderedList list = new UnorderedList();
        grants.forEach(seen -> list.add(grant(seen)));
        item.add(list);
        return item;
    }

    private ListItem grant(SeenGrant seen) {
        boolean allows = seen.grant().allows();
        Span words = new Span(
                new Span(allows ? "Allows " : "Denies "), Text.mono(seen.grant().pattern()));
        SeenCondition condition = seen.condition();
        if (seen.outcome() == Outcome.SPARES_ADMIN) {
            return item(State.NA, words, "does not reach admins");
        }
        if (seen.outcome() == Outcome.NEEDS_THING) {
            ListItem item = item(State.UNREPORTED, words, "where");
            UnorderedList list = new UnorderedList();
            list.add(unasked(seen.grant().condition()));
            item.add(list);
            return item;
        }
        if (condition == null) {
            String where = seen.grant().unconditional()
                    ? "everywhere"
                    : "where " + spoken(seen.grant().condition().words());
            return item(state(holds(seen) == allows), words, where);
        }
        State state = allows || holds(seen) ? state(allows && holds(seen)) : State.NA;
        ListItem item = item(state, words, holds(seen) ? "holds" : "does not hold");
        UnorderedList list = new UnorderedList();
        list.add(condition(seen.grant().condition(), condition));
        item.add(list);
        return item;
    }

    /// @param condition as it is written
    /// @param seen      the same once more, with what was seen
    private ListItem condition(Condition condition, SeenCondition seen) {
        return switch (condition) {
            case Condition.AllOf all -> joint("All of", all.parts(), seen);
            case Condition.AnyOf any -> joint("Any of", any.parts(), seen);
            case Condition.Not not -> joint("Not", List.of(not.part()), seen);
            case Rule rule ->
                item(
                        state(seen.holds()),
                        new Span(Words.capital(spoken(rule.words()))),
                        seen.seen().isEmpty()
                                ? "none"
                                : seen.seen().stream().map(names::of).collect(Collectors.joining(", ")));
        };
    }

    /// @param condition that was asked of nothing
    private static ListItem unasked(Condition condition) {
        return switch (condition) {
            case Condition.AllOf all -> unasked("All of", all.parts());
            case Condition.AnyOf any -> unasked("Any of", any.parts());
            case Condition.Not not -> unasked("Not", List.of(not.part()));
            case Rule rule -> item(State.UNREPORTED, new Span(Words.capital(spoken(rule.words()))), "");
        };
    }

    private static ListItem unasked(String word, List<Condition> parts) {
        ListItem item = item(State.UNREPORTED, new Span(word), "");
        UnorderedList list = new UnorderedList();
        parts.forEach(part -> list.add(unasked(part)));
        item.add(list);
        return item;
    }

    private ListItem joint(String word, List<Condition> parts, SeenCondition seen) {
        ListItem item = item(state(seen.holds()), new Span(word), "");
        UnorderedList list = new UnorderedList();
        for (int at = 0; at < Math.min(parts.size(), seen.parts().size()); at++) {
            list.add(condition(parts.get(at), seen.parts().get(at)));
        }
        item.add(list);
        return item;
    }

    private static ListItem item(State state, Component words, String end) {
        Span line = new Span(new Icon(state.symbol()), words);
        line.addClassNames("tree-line", state.className());
        line.add(Text.unseen(unseen(state)));
        if (!end.isEmpty()) {
            line.add(Text.hint(end).styled("end"));
        }
        return new ListItem(line);
    }

    private static String unseen(State state) {
        return switch (state) {
            case PASSED -> "holds";
            case NA -> "not about it";
            case UNREPORTED -> "depends on the thing";
            case FAILED, WARNING, ERROR, EXEMPT, INFO -> "does not hold";
        };
    }

    private static Span strong(String words) {
        Span strong = new Span(words);
        strong.addClassName("strong");
        return strong;
    }

    private static State state(boolean good) {
        return good ? State.PASSED : State.FAILED;
    }

    private static boolean holds(SeenGrant seen) {
        return seen.outcome() == Outcome.HOLDS;
    }

    /// Whether it is open until a thing is named.
    private static boolean open(SeenGrant seen) {
        return seen.outcome() == Outcome.NEEDS_THING;
    }

    private static String spoken(String words) {
        return words.replace(MINE, THEIRS).replace(NOT_MINE, NOT_THEIRS);
    }

    private Text ways(HeldRole role) {
        Text ways = Text.second(
                role.holdings().stream().map(holding -> way(holding, names)).collect(Collectors.joining("; ")));
        ways.setTitle(role.holdings().stream()
                .map(Holding::through)
                .filter(through -> !through.isEmpty())
                .collect(Collectors.joining(", ")));
        return ways;
    }

    /// How a role is held, after its name.
    static String way(Holding holding, Names names) {
        String way =
                switch (holding.way()) {
                    case ACCOUNT -> "given to the account";
                    case TOKEN -> "given to the token";
                    case USER -> "as a member";
                    case GROUP -> "via the group " + names.of(holding.through());
                    case EVERYONE -> "as everyone signed in";
                    case INCLUDED -> "included in " + title(holding.through());
                };
        return holding.until() == null
                ? way
                : way + " until " + DAY.format(holding.until().atZone(ZoneOffset.UTC));
    }

    /// A role's name as a title.
    static String title(String role) {
        return Words.capital(role.replace('-', ' '));
    }
}
