package dev.portico.catalog.internal.descriptor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the text of one document, mending what only the YAML scanner objects to.
final class DocumentParser {

    private DocumentParser() {}

    /// @param value what the document holds
    /// @param place where that begins
    record Root(@Nullable Object value, long place) {}

    /// Reads the text of one document, which has to end in a line break.
    ///
    /// @param firstLine the line of the file that the text begins at
    /// @return the value at its root; null for an empty document
    static Root parse(String text, int firstLine, DescriptorLimits limits) throws YamlFault {
        boolean hidden = ControlCharacters.in(text);
        String current = hidden ? ControlCharacters.hide(text) : text;
        int tries = Mending.tries(text.length());
        while (true) {
            TreeBuilder builder = new TreeBuilder(current, hidden, firstLine, limits);
            try {
                return builder.document();
            } catch (MarkedYamlEngineException e) {
                String mended = --tries < 0 ? null : mended(current, e, builder.inBrackets());
                if (mended == null) {
                    throw SyntaxAdvice.fault(place(e, firstLine), e.getProblem());
                }
                current = mended;
            } catch (YamlEngineException e) {
                throw SyntaxAdvice.fault(Place.of(firstLine, 1), e.getMessage());
            }
        }
    }

    private static @Nullable String mended(String text, MarkedYamlEngineException e, boolean inBrackets) {
        Mark mark = e.getProblemMark().orElse(null);
        if (mark == null) {
            return null;
        }
        boolean brackets = inBrackets || text.startsWith("{") || text.startsWith("[");
        return Mending.mend(text, String.valueOf(e.getProblem()), mark.getLine(), mark.getColumn(), brackets);
    }

    /// Where to look: where the scanner stopped, or, for something that was never closed, where that began.
    private static long place(MarkedYamlEngineException e, int firstLine) {
        String problem = String.valueOf(e.getProblem());
        boolean unclosed = String.valueOf(e.getContext()).contains("quoted scalar") && problem.contains("unexpected");
        boolean noColon = problem.contains("could not find expected ':'");
        Optional<Mark> mark = unclosed || noColon ? e.getContextMark() : e.getProblemMark();
        return mark.map(found -> Place.of(firstLine + found.getLine(), found.getColumn() + 1))
                .orElse(Place.of(firstLine, 1));
    }
}
