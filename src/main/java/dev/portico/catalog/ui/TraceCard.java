package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Problem;
import dev.portico.catalog.Trace;
import dev.portico.catalog.TraceAction;
import dev.portico.catalog.TraceFinding;
import dev.portico.catalog.TraceStep;
import dev.portico.kernel.EntityRef;
import dev.portico.look.Actions;
import dev.portico.look.Card;
import dev.portico.look.EntityLink;
import dev.portico.look.Icon;
import dev.portico.look.KindTile;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.function.Consumer;

/// A trace as a list: each step with a sign, a sentence and the one thing to do about it.
final class TraceCard {

    private TraceCard() {}

    /// @param refresh has the source of that name run
    static Card of(Trace trace, Consumer<String> refresh) {
        Card card = new Card("What was found").count(Words.count(trace.steps().size(), "step", "steps"));
        OrderedList list = new OrderedList();
        list.addClassName("trace");
        trace.steps().forEach(step -> list.add(step(step, refresh)));
        card.add(list);
        return card;
    }

    private static ListItem step(TraceStep step, Consumer<String> refresh) {
        State state = state(step.finding());
        Span sign = new Span(new Icon(state.symbol()), hidden(word(state)));
        sign.addClassNames("state", state.className());
        Div words = new Div(sentence(step));
        words.addClassNames("col", "grow");
        TraceAction action = step.action();
        if (action == null || action.kind() != TraceAction.Kind.OPEN_ENTITY) {
            step.finding().entities().forEach(entity -> words.add(link(entity)));
        }
        ListItem item = new ListItem(sign, words);
        if (action != null) {
            item.add(action(action, refresh));
        }
        return item;
    }

    /// What only helps to look further is neither right nor wrong.
    private static State state(TraceFinding finding) {
        if (finding.good()) {
            return State.PASSED;
        }
        boolean hint = finding instanceof TraceFinding.Elsewhere
                || finding instanceof TraceFinding.Similar
                || finding instanceof TraceFinding.Waiting
                || finding instanceof TraceFinding.NotNamed
                || finding instanceof TraceFinding.NotNamedElsewhere
                || finding instanceof TraceFinding.SourcesClosed;
        return hint ? State.INFO : State.FAILED;
    }

    private static String word(State state) {
        return state == State.PASSED ? "Right: " : state == State.INFO ? "Note: " : "Wrong: ";
    }

    private static Span hidden(String words) {
        Span span = new Span(words);
        span.addClassName("for-screen-readers");
        return span;
    }

    /// Of a refusal the parts of the problem, as other pages show them; of everything else the sentence.
    private static Component sentence(TraceStep step) {
        Problem problem = step.finding().problem();
        if (problem == null) {
            return new Paragraph(step.sentence());
        }
        boolean taken = step.finding() instanceof TraceFinding.Conflict;
        return problem(taken ? "Its name is taken: " : "A descriptor was refused: ", problem);
    }

    private static Div problem(String lead, Problem problem) {
        Div words = new Div(
                new Paragraph(lead + problem.message()),
                Text.path(ProblemNotes.place(problem)).styled("small"));
        if (!problem.remedy().isEmpty()) {
            words.add(new Paragraph(problem.remedy()));
        }
        words.addClassName("col");
        return words;
    }

    private static Row link(EntitySummary entity) {
        return Row.line(
                        new EntityLink(entity.ref(), entity.label(), KindTile.symbol(entity.kind(), entity.type())),
                        Text.mono(entity.ref().toString()).styled("small"))
                .styled("wrap");
    }

    private static Component action(TraceAction action, Consumer<String> refresh) {
        return switch (action.kind()) {
            case OPEN_ENTITY -> Actions.link("Open", EntityLink.address(EntityRef.parse(action.target())));
            case OPEN_SOURCE -> Actions.link("Open source", "sources/" + action.target());
            case REFRESH_SOURCE ->
                Actions.plain("Refresh source", Symbol.REFRESH_CW, () -> refresh.accept(action.target()));
            case REGISTER -> Actions.link("Register it", RegisterView.address(action.target()));
            case ASK -> {
                Div ask = new Div(
                        Text.second("Ask an admin for").styled("small"),
                        Text.mono(action.target()).styled("small"));
                ask.addClassName("ask");
                yield ask;
            }
        };
    }
}
