package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Span;
import dev.portico.catalog.Problem;
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

    /// The same with the place, what was found and what may stand there.
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
        return switch (problem.severity()) {
            case ERROR -> State.FAILED;
            case WARNING -> State.WARNING;
        };
    }
}
