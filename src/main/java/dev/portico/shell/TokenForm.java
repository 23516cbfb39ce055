package dev.portico.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.access.NewToken;
import dev.portico.access.Readers;
import dev.portico.access.Space;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.look.Actions;
import dev.portico.look.Attempt;
import dev.portico.look.Symbol;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Asks for a token: what it is for, what it may, in which spaces, and how long it counts.
@Tag("div")
final class TokenForm extends HtmlContainer {

    private final transient Tokens tokens;
    private final transient Readers readers;
    private final transient Consumer<NewToken> made;
    private final TextField name = new TextField("New token for");
    private final Select<Reach> reach = new Select<>();
    private final MultiSelectComboBox<Space> within = new MultiSelectComboBox<>("In");
    private final Select<Life> life = new Select<>();

    /// @param spaces those that a token can be limited to; where there are none, it is not asked
    TokenForm(Tokens tokens, Readers readers, List<Space> spaces, Consumer<NewToken> made) {
        this.tokens = tokens;
        this.readers = readers;
        this.made = made;
        addClassNames("token-form");
        name.setPlaceholder("build-server");
        name.setManualValidation(true);
        name.setMaxLength(63);
        reach.setLabel("May");
        reach.setItems(Reach.values());
        reach.setItemLabelGenerator(each -> each.label);
        reach.setValue(Reach.CATALOG);
        within.setPlaceholder("Everywhere");
        within.setItems(spaces);
        within.setItemLabelGenerator(Space::title);
        within.setVisible(!spaces.isEmpty());
        life.setLabel("For");
        life.setItems(Life.values());
        life.setItemLabelGenerator(each -> each.days + " days");
        life.setValue(Life.MONTH);
        add(name, reach, within, life, Actions.plain("Create token", Symbol.PLUS, this::create));
    }

    private void create() {
        TokenRequest request = new TokenRequest(
                name.getValue().strip(),
                false,
                Set.of(),
                reach.getValue().scopes(),
                within.isEmpty()
                        ? null
                        : within.getValue().stream().map(Space::name).collect(Collectors.toSet()),
                Duration.ofDays(life.getValue().days));
        Attempt.on(name, () -> tokens.create(readers.current(), request)).ifPresent(made);
    }

    /// What a token may of what its owner may.
    private enum Reach {
        CATALOG("Read the catalog"),
        EVERYTHING("All that I may");

        private final String label;

        Reach(String label) {
            this.label = label;
        }

        private @Nullable Set<String> scopes() {
            return this == CATALOG ? Set.of("catalog.entity.read") : null;
        }
    }

    /// How long it counts.
    private enum Life {
        WEEK(7),
        MONTH(30),
        QUARTER(90);

        private final int days;

        Life(int days) {
            this.days = days;
        }
    }
}
