package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import dev.portico.catalog.Entity;
import dev.portico.catalog.Problem;
import dev.portico.look.Actions;
import dev.portico.look.Facts;
import dev.portico.look.Note;
import dev.portico.look.State;
import dev.portico.look.Text;
import java.util.List;

/// Problems as notes: what is wrong, how to mend it, and where it stands.
final class ProblemNotes {

    private ProblemNotes() {}

    /// What is wrong and how to mend it, in two sentences.
    static Note brief(Problem problem) {
        Note note = new Note(state(problem), problem.message());
        return problem.remedy().isEmpty() ? note : note.say(problem.remedy());
    }

    /// The same with links to the place: in the file, as far as its host shows lines, and in the YAML.
    static Note full(Problem problem, Entity entity, EntityDocument document) {
        Note note = full(problem);
        String view = entity.viewUrl();
        boolean here = problem.location().equals(entity.location());
        if (here && view != null && EntityDocument.followable(view)) {
            String line = problem.line() == 0 || view.indexOf('#') >= 0 ? "" : "#L" + problem.line();
            Anchor file = new Anchor(view + line, "Open the file", AnchorTarget.BLANK);
            file.getElement().setAttribute("rel", "noopener noreferrer");
            note.actions(file);
        }
        int line = problem.field().isEmpty() ? 0 : document.line(problem.field());
        if (line > 0) {
            String yaml = EntityTab.YAML.address(entity.summary().ref());
            note.actions(Actions.link("Show in YAML", yaml + "#L" + line));
        }
        return note;
    }

    /// The problem with the place, what was found and what may stand there.
    static Note full(Problem problem) {
        Facts facts = new Facts().fact("Where", Text.path(place(problem)));
        if (!problem.field().isEmpty()) {
            facts.fact("Field", Text.mono(problem.field()));
        }
        if (!problem.found().isEmpty()) {
            facts.fact("Found", Text.mono(problem.found()));
        }
        if (!problem.allowed().isEmpty()) {
            facts.fact("Allowed", new Span(problem.allowed()));
        }
        return brief(problem).with(facts);
    }

    /// File, line and column, as compilers write them.
    static String place(Problem problem) {
        String file = file(problem.location());
        if (problem.line() == 0) {
            return file;
        }
        return file + ':' + problem.line() + (problem.column() == 0 ? "" : ":" + problem.column());
    }

    /// A location without the word for its type: a path or an address.
    static String file(String location) {
        for (String type : List.of("file:", "url:", "upload:", "push:")) {
            if (location.startsWith(type)) {
                return location.substring(type.length());
            }
        }
        return location;
    }

    private static State state(Problem problem) {
        return State.ofErrors(problem.severity() == Problem.Severity.ERROR ? 1 : 0);
    }
}
