package dev.portico.access.ui.tokens;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.access.TokenQuery;
import dev.portico.look.Chip;
import dev.portico.look.Icon;
import dev.portico.look.Symbol;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// What narrows the list of tokens: words, what has become of them, their kind, a space; and, as a chip, an owner.
final class TokenChoices extends Div {

    private final transient Consumer<TokenFilter> changed;
    private final TextField text = new TextField();
    private final Select<TokenQuery.State> state;
    private final Select<TokenQuery.Kind> kind;
    private final ComboBox<String> space = new ComboBox<>();
    private final Div chips = new Div();
    private transient TokenFilter filter = TokenFilter.NONE;

    /// @param changed told what the reader has chosen
    TokenChoices(Consumer<TokenFilter> changed) {
        this.changed = changed;
        addClassName("choices");
        chips.addClassName("chips");
        text.setPlaceholder("Name, owner or first characters");
        text.setAriaLabel("Name, owner or first characters");
        text.setPrefixComponent(new Icon(Symbol.SEARCH));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> chose(change, filter.withText(change.getValue())));
        state = select("State", TokenQuery.State.values(), TokenWords::state);
        state.addValueChangeListener(change -> chose(change, filter.withState(change.getValue())));
        kind = select("Kind", TokenQuery.Kind.values(), TokenWords::kind);
        kind.addValueChangeListener(change -> chose(change, filter.withKind(change.getValue())));
        space.setAriaLabel("Space");
        space.setPlaceholder("Any space");
        space.setClearButtonVisible(true);
        space.addValueChangeListener(change -> chose(change, filter.withSpace(change.getValue())));
        add(text, state, kind, space, chips);
    }

    /// @param spaces those that can be chosen
    void show(TokenFilter present, List<String> spaces) {
        filter = present;
        text.setValue(filter.text());
        state.setValue(filter.state());
        kind.setValue(filter.kind());
        space.setItems(spaces);
        space.setValue(spaces.contains(filter.space()) ? filter.space() : null);
        chips.removeAll();
        if (!filter.owner().isEmpty()) {
            chips.add(new Chip("Owner: " + filter.owner(), filter.withOwner("").address()));
        }
    }

    private void chose(ComponentValueChangeEvent<?, ?> change, TokenFilter narrowed) {
        if (change.isFromClient()) {
            changed.accept(narrowed);
        }
    }

    private static <T> Select<T> select(String name, T[] values, Function<T, String> words) {
        Select<T> select = new Select<>();
        select.setAriaLabel(name);
        select.setItems(values);
        select.setItemLabelGenerator(words::apply);
        return select;
    }
}
