package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.portico.catalog.Problem;
import dev.portico.catalog.SourcePreview;
import dev.portico.kernel.EntityRef;
import dev.portico.look.Actions;
import dev.portico.look.Card;
import dev.portico.look.KeyFigure;
import dev.portico.look.KindTile;
import dev.portico.look.Note;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.List;

/// What a source would bring: figures, the entities by name, what would be refused and why, and the button that saves.
final class PreviewCard extends Div {

    private static final int MOST = 24;

    PreviewCard(SourcePreview preview, Runnable save) {
        addClassName("cards");
        Card card = new Card("What would happen").body(figures(preview));
        names(card, "Created", preview.created());
        names(card, "Changed", preview.changed());
        names(card, "Removed", preview.removed());
        add(card, foot(preview, save));
        problems(preview.problems());
    }

    private static Div figures(SourcePreview preview) {
        return KeyFigure.line(
                new KeyFigure("Created", Words.number(preview.created().size()), ""),
                new KeyFigure("Changed", Words.number(preview.changed().size()), ""),
                new KeyFigure("Unchanged", Words.number(preview.unchanged()), ""),
                new KeyFigure("Removed", Words.number(preview.removed().size()), ""),
                new KeyFigure("Refused", Words.number(preview.refused()), ""));
    }

    private static void names(Card card, String title, List<EntityRef> refs) {
        if (refs.isEmpty()) {
            return;
        }
        Div list = new Div();
        list.addClassName("names");
        refs.stream().limit(MOST).map(PreviewCard::name).forEach(list::add);
        if (refs.size() > MOST) {
            list.add(Text.hint("and " + Words.number(refs.size() - MOST) + " more"));
        }
        card.body(new H3(title), list);
    }

    private static Component name(EntityRef ref) {
        Span words = new Span(ref.shortName());
        words.addClassName("clip");
        return Row.line(new KindTile(ref.kind(), "", KindTile.Size.SMALL), words);
    }

    private void problems(List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        Div notes = new Div();
        notes.addClassName("cards");
        problems.stream().limit(MOST).map(ProblemNotes::full).forEach(notes::add);
        add(new Card("Refused, and remarks")
                .count(Words.number(problems.size()))
                .body(notes));
    }

    private static Component foot(SourcePreview preview, Runnable save) {
        int placed = preview.created().size() + preview.changed().size() + preview.unchanged();
        if (placed == 0 && preview.removed().isEmpty()) {
            for (Problem problem : preview.problems()) {
                if (problem.stage().equals("conflict")) {
                    return new Note(State.WARNING, "This would bring nothing new.").say(problem.message());
                }
            }
            return new Note(State.WARNING, "This would bring nothing.")
                    .say("No valid descriptor was found there. Mend what is listed below, or say another address.");
        }
        int refused = preview.refused();
        String word = "Register " + Words.count(placed, "entity", "entities");
        Row foot = Row.line(Actions.primary(word, Symbol.CHECK, save)).styled("wrap");
        if (refused > 0) {
            foot.add(Text.hint(Words.count(refused, "document stays", "documents stay") + " out until mended.")
                    .styled("small"));
        }
        return foot;
    }
}
