package dev.portico.access.ui.people;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.look.Icon;
import dev.portico.look.Symbol;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// What narrows the list of people: words of their names, whether and by what they sign in, and a role.
final class PeopleChoices extends Div {

    private final transient Consumer<PeopleFilter> changed;
    private final TextField text = new TextField();
    private final Select<PeopleFilter.State> state;
    private final Select<PeopleFilter.SignIn> signIn;
    private final ComboBox<String> role = new ComboBox<>();
    private transient PeopleFilter filter = PeopleFilter.NONE;

    /// @param changed told what the reader has chosen
    PeopleChoices(Consumer<PeopleFilter> changed) {
        this.changed = changed;
        addClassName("choices");
        text.setPlaceholder("Name or mail");
        text.setAriaLabel("Name or mail");
        text.setPrefixComponent(new Icon(Symbol.SEARCH));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> chose(change, filter.withText(change.getValue())));
        state = select("State", PeopleFilter.State.values(), PeopleFilter.State::words);
        state.addValueChangeListener(change -> chose(change, filter.withState(change.getValue())));
        signIn = select("Sign-in", PeopleFilter.SignIn.values(), PeopleFilter.SignIn::words);
        signIn.addValueChangeListener(change -> chose(change, filter.withSignIn(change.getValue())));
        role.setAriaLabel("Role");
        role.setPlaceholder("Any role");
        role.setClearButtonVisible(true);
        role.addValueChangeListener(change -> chose(change, filter.withRole(change.getValue())));
        add(text, state, signIn, role);
    }

    /// @param roles those that can be chosen
    void show(PeopleFilter present, List<String> roles) {
        filter = present;
        text.setValue(filter.text());
        state.setValue(filter.state());
        signIn.setValue(filter.signIn());
        role.setItems(roles);
        role.setValue(roles.contains(filter.role()) ? filter.role() : null);
    }

    private void chose(ComponentValueChangeEvent<?, ?> change, PeopleFilter narrowed) {
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
