package dev.portico.catalog.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.look.Icon;
import dev.portico.look.Symbol;
import java.util.function.Consumer;

/// Where one types what the list is to be narrowed to. Tells it a moment after the last letter.
final class FilterField extends TextField {

    private static final int MILLIS = 150;

    FilterField(Consumer<String> typed) {
        setPlaceholder("Filter by name or tag");
        setAriaLabel("Filter by name or tag");
        setPrefixComponent(new Icon(Symbol.LIST_FILTER));
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(MILLIS);
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                typed.accept(change.getValue());
            }
        });
    }
}
