package dev.portico.access.internal;

import dev.portico.access.Party;
import dev.portico.access.RecordedDecisions;
import dev.portico.access.Replay;
import dev.portico.access.Replay.Flip;
import dev.portico.access.Replay.Group;
import dev.portico.access.internal.DecisionLog.Asked;
import dev.portico.access.internal.ReplayRun.Answer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Sums up the answers that would differ.
final class ReplaySums {

    private static final String LIST = "lists";
    private static final String GENERAL = "nothing in particular";
    private static final String HIDDEN = "things that you may not see";

    private static final Party TOKEN = new Party("token:", "A token", true);

    private final List<Answer> answers;
    private final boolean named;

    /// @param named whether tokens are named and not only counted
    ReplaySums(List<Answer> answers, boolean named) {
        this.answers = answers;
        this.named = named;
    }

    /// @param gone how many questions could not be asked again
    Replay replay(int policy, int inForce, RecordedDecisions recorded, int questions, boolean more, int gone) {
        Set<String> lose = new HashSet<>();
        Set<String> gain = new HashSet<>();
        int lost = 0;
        for (Answer answer : answers) {
            boolean loses = answer.change().loses();
            (loses ? lose : gain).add(answer.party().subject());
            lost += loses ? 1 : 0;
        }
        Party tokens = tokens();
        return new Replay(
                policy,
                inForce,
                recorded,
                questions,
                more,
                gone,
                lose.size(),
                gain.size(),
                lost,
                answers.size() - lost,
                groups(answer -> party(answer, tokens).subject(), answer -> party(answer, tokens)
                        .name()),
                groups(answer -> answer.question().permission(), answer -> answer.question()
                        .permission()),
                groups(ReplaySums::thing, ReplaySums::thing),
                answers.stream().limit(Replay.MOST_FLIPS).map(this::flip).toList());
    }

    /// All tokens as one, where none is named.
    private Party tokens() {
        long count = answers.stream()
                .map(Answer::party)
                .filter(Party::token)
                .map(Party::subject)
                .distinct()
                .count();
        return new Party(TOKEN.subject(), count == 1 ? "1 token" : count + " tokens", true);
    }

    private Party party(Answer answer, Party unnamed) {
        return named || !answer.party().token() ? answer.party() : unnamed;
    }

    private List<Group> groups(Function<Answer, String> key, Function<Answer, String> name) {
        Map<String, Group> groups = new TreeMap<>();
        for (Answer answer : answers) {
            int lost = answer.change().loses() ? 1 : 0;
            groups.merge(
                    key.apply(answer),
                    new Group(key.apply(answer), name.apply(answer), lost, 1 - lost),
                    (one, other) ->
                            new Group(one.key(), one.name(), one.lost() + other.lost(), one.gained() + other.gained()));
        }
        return groups.values().stream()
                .sorted(Comparator.comparingInt(Group::lost)
                        .thenComparingInt(Group::gained)
                        .reversed())
                .limit(Replay.MOST_FLIPS)
                .toList();
    }

    private static String thing(Answer answer) {
        if (answer.question().asked() == Asked.THING) {
            return answer.shown() ? answer.question().id() : HIDDEN;
        }
        return answer.question().asked() == Asked.LIST ? LIST : GENERAL;
    }

    private Flip flip(Answer answer) {
        return new Flip(
                party(answer, TOKEN),
                answer.question().permission(),
                answer.shown() ? answer.question().id() : "",
                answer.shown(),
                answer.change());
    }
}
