package dev.portico.access.ui.tokens;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.access.NewToken;
import dev.portico.access.Space;
import dev.portico.access.TokenRequest;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.access.ui.frame.Tried;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks for a service token: what it is for, the roles it has, what of them it may, where, and how long.
final class TokenDialog {

    private final TokenParts parts;
    private final Runnable made;
    private final TextField name = new TextField("What it is for");
    private final MultiSelectComboBox<String> roles = new MultiSelectComboBox<>("Roles");
    private final MultiSelectComboBox<String> scopes = new MultiSelectComboBox<>("May, of what the roles allow");
    private final MultiSelectComboBox<String> spaces = new MultiSelectComboBox<>("In");
    private final Select<TokenLife> life = TokenLife.field();

    /// @param made told when it was made
    TokenDialog(TokenParts parts, Runnable made) {
        this.parts = parts;
        this.made = made;
        name.setPlaceholder("build-server");
        name.setMaxLength(63);
        roles.setItems(parts.tokens().roles(parts.reader()));
        roles.setPlaceholder("One at least");
        scopes.setItems(parts.scopes());
        scopes.setPlaceholder("All of it");
        scopes.setHelperText("Permissions, or patterns such as catalog.* that you type.");
        scopes.setAllowCustomValue(true);
        scopes.addCustomValueSetListener(typed -> {
            Set<String> more = new LinkedHashSet<>(scopes.getValue());
            more.add(typed.getDetail().strip());
            scopes.setValue(more);
        });
        spaces.setItems(
                parts.spaces().list(parts.reader()).stream().map(Space::name).toList());
        spaces.setPlaceholder("Everywhere");
    }

    void open() {
        new FormDialog("New service token", "Create token", this::tried)
                .with(name, roles, scopes, spaces, life)
                .open();
    }

    private Optional<String> tried() {
        return Tried.of(() -> {
            NewToken token = parts.tokens()
                    .create(
                            parts.reader(),
                            new TokenRequest(
                                    name.getValue().strip(),
                                    true,
                                    roles.getValue(),
                                    limits(scopes),
                                    limits(spaces),
                                    life.getValue().duration()));
            made.run();
            NewText.show(token);
        });
    }

    private static @Nullable Set<String> limits(MultiSelectComboBox<String> field) {
        return field.isEmpty() ? null : field.getValue();
    }
}
