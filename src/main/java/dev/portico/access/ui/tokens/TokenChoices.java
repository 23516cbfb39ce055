package dev.portico.access.ui.tokens;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.access.TokenQuery;
import dev.portico.access.ui.frame.FilterBar;
import java.util.List;
import java.util.function.Consumer;

/// What narrows the list of tokens: words, what has become of them, their kind, a space; and, as a chip, an owner.
final class TokenChoices extends FilterBar<TokenFilter> {

    private final TextField text = search("Name, owner or first characters", TokenFilter::withText);
    private final Select<TokenQuery.State> state =
            one("State", TokenQuery.State.values(), TokenWords::state, TokenFilter::withState);
    private final Select<TokenQuery.Kind> kind =
            one("Kind", TokenQuery.Kind.values(), TokenWords::kind, TokenFilter::withKind);
    private final ComboBox<String> space = any("Space", TokenFilter::withSpace);
    private transient List<String> spaces = List.of();

    TokenChoices(Consumer<TokenFilter> changed) {
        super(TokenFilter.NONE, changed);
    }

    /// @param offered the spaces that can be chosen
    void show(TokenFilter present, List<String> offered) {
        spaces = offered;
        show(present);
    }

    @Override
    protected void fill(TokenFilter present) {
        text.setValue(present.text());
        state.setValue(present.state());
        kind.setValue(present.kind());
        space.setItems(spaces);
        space.setValue(spaces.contains(present.space()) ? present.space() : null);
        if (!present.owner().isEmpty()) {
            chip("Owner: " + present.owner(), present.withOwner("").address());
        }
    }
}
