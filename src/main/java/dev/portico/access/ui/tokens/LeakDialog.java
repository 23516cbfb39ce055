package dev.portico.access.ui.tokens;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.VaadinRequest;
import dev.portico.access.LeakedTokens;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.access.ui.frame.Tried;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes the texts of tokens that were found where they should not be, and ends those tokens.
final class LeakDialog {

    private final TokenParts parts;
    private final Runnable reported;
    private final TextArea texts = new TextArea("The tokens, one a line");

    /// @param reported told when it was taken
    LeakDialog(TokenParts parts, Runnable reported) {
        this.parts = parts;
        this.reported = reported;
        texts.setPlaceholder("portico_…");
        texts.setMinRows(3);
        texts.setMaxRows(10);
        texts.getElement().setProperty("autocomplete", "off");
    }

    void open() {
        new FormDialog("A token that leaked", "End it", this::tried)
                .with(
                        new Span(
                                "Whoever has the text may do far worse with it: each token with such a text is revoked,"
                                        + " with all that it made. What you paste is stored nowhere."),
                        texts)
                .open();
    }

    private Optional<String> tried() {
        List<String> given = texts.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (given.isEmpty() || given.size() > LeakedTokens.MOST) {
            return Optional.of("Paste the text of 1 to " + LeakedTokens.MOST + " tokens, one a line.");
        }
        return Tried.of(() -> {
            parts.leaked().report(given, address());
            reported.run();
        });
    }

    private static String address() {
        @Nullable VaadinRequest request = VaadinRequest.getCurrent();
        return request == null ? "" : String.valueOf(request.getRemoteAddr());
    }
}
