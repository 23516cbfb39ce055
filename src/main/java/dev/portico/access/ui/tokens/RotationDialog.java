package dev.portico.access.ui.tokens;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.portico.access.NewToken;
import dev.portico.access.TokenSummary;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.access.ui.frame.Tried;
import java.time.Duration;
import java.util.Optional;

/// Gives a token another text, and says how long the former one goes on to count.
final class RotationDialog {

    private final TokenParts parts;
    private final TokenSummary token;
    private final Runnable rotated;
    private final Select<TokenLife> life = TokenLife.field();
    private final Select<Overlap> overlap = new Select<>();

    /// @param rotated told when it was
    RotationDialog(TokenParts parts, TokenSummary token, Runnable rotated) {
        this.parts = parts;
        this.token = token;
        this.rotated = rotated;
        overlap.setLabel("The former text counts");
        overlap.setItems(Overlap.values());
        overlap.setItemLabelGenerator(each -> each.words);
        overlap.setValue(Overlap.NONE);
    }

    void open() {
        new FormDialog("Rotate " + token.name(), "Rotate", this::tried)
                .with(new Span("It gets another text, and keeps its name, roles, scopes and spaces."), life, overlap)
                .open();
    }

    private Optional<String> tried() {
        return Tried.of(() -> {
            NewToken made = parts.rotation()
                    .rotate(
                            parts.reader(),
                            token.id(),
                            life.getValue().duration(),
                            Duration.ofMinutes(overlap.getValue().minutes));
            rotated.run();
            NewText.show(made);
        });
    }

    /// How long the former text goes on to count.
    private enum Overlap {
        NONE("No longer", 0),
        SHORT("Ten minutes more", 10),
        LONG("An hour more", 60);

        private final String words;
        private final int minutes;

        Overlap(String words, int minutes) {
            this.words = words;
            this.minutes = minutes;
        }
    }
}
