package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Replay;
import dev.portico.access.Replay.Flip;
import dev.portico.access.Replay.Group;
import dev.portico.look.Row;
import dev.portico.look.SegmentTabs;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.time.Duration;
import java.util.List;

/// What a replay found: how many lose and gain, then by person, permission and thing.
final class ReplayResult extends Div {

    private static final int MOST_ROWS = 50;

    private final transient Replay replay;
    private final Div list = new Div();

    /// @param exchange which policy is asked in place of which
    ReplayResult(Replay replay, String exchange, Duration took) {
        this.replay = replay;
        addClassName("replay-result");
        Text ran = Text.hint((replay.more() ? "The latest " : "")
                + Words.count(replay.questions(), "question", "questions") + " of "
                + Words.count(replay.recorded().keepDays(), "day", "days") + ", asked again in " + Words.span(took));
        add(new Div(new H3(exchange), ran), figures());
        if (replay.flips().isEmpty()) {
            add(Text.second("Nothing that anybody asked for would be answered otherwise."));
        } else {
            add(
                    new SegmentTabs("Grouped by", List.of("People", "Permissions", "Things", "Each"), 0, this::choose),
                    list);
            choose(0);
        }
        if (replay.gone() > 0) {
            add(Text.hint(Words.count(replay.gone(), "question", "questions")
                    + " could not be asked again: the person, the permission or the thing is gone."));
        }
        if (replay.recorded().missed() > 0) {
            add(Text.hint(Words.count(replay.recorded().missed(), "decision", "decisions")
                    + " found no room and were not recorded."));
        }
    }

    private Div figures() {
        Div figures = new Div(
                figure(
                        replay.peopleLose() == 0 ? "second" : "failed",
                        who(replay.peopleLose(), "loses", "lose"),
                        replay.lost(),
                        "would be denied"),
                figure(
                        replay.peopleGain() == 0 ? "second" : "passed",
                        who(replay.peopleGain(), "gains", "gain"),
                        replay.gained(),
                        "would be allowed"));
        figures.addClassName("flips");
        return figures;
    }

    private static Div figure(String state, String words, int answers, String what) {
        Span head = new Span(words);
        head.addClassNames("strong", state);
        Div figure = new Div(head, Text.second(Words.count(answers, "answer", "answers") + " " + what));
        figure.addClassName("flip");
        return figure;
    }

    private static String who(int count, String one, String many) {
        return count == 1 ? "1 person " + one : Words.number(count) + " people " + many;
    }

    private void choose(int kind) {
        list.removeAll();
        switch (kind) {
            case 0 -> groups(replay.people(), false);
            case 1 -> groups(replay.permissions(), true);
            case 2 -> groups(replay.things(), true);
            default -> replay.flips().stream().limit(MOST_ROWS).forEach(flip -> list.add(row(flip)));
        }
    }

    private void groups(List<Group> groups, boolean mono) {
        groups.stream().limit(MOST_ROWS).forEach(group -> {
            Span name = mono ? Text.mono(group.name()).styled("wrap-anywhere") : new Span(group.name());
            list.add(Row.item(name, Text.second(sum(group)).styled("end")));
        });
        if (groups.size() > MOST_ROWS) {
            list.add(Text.hint("And " + Words.number(groups.size() - MOST_ROWS) + " more."));
        }
    }

    private static String sum(Group group) {
        String lost = group.lost() == 0 ? "" : Words.number(group.lost()) + " lost";
        String gained = group.gained() == 0 ? "" : Words.number(group.gained()) + " gained";
        return lost.isEmpty() || gained.isEmpty() ? lost + gained : lost + ", " + gained;
    }

    private static Row row(Flip flip) {
        String thing = flip.shown() ? flip.thing() : "a thing that you may not see";
        Div words = new Div(new Span(flip.party().name()), Text.mono(flip.permission() + " " + thing));
        words.addClassNames("col", "grow", "wrap-anywhere");
        String change =
                switch (flip.change()) {
                    case DENIED -> "Denied";
                    case NARROWED -> "Sees less";
                    case ALLOWED -> "Allowed";
                    case WIDENED -> "Sees more";
                };
        Span end = new Span(change);
        end.addClassNames("end", "strong", flip.change().loses() ? "failed" : "passed");
        return Row.item(words, end);
    }
}
