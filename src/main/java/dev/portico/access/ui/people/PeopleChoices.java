package dev.portico.access.ui.people;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.access.ui.frame.FilterBar;
import java.util.List;
import java.util.function.Consumer;

/// What narrows the list of people: words of their names, whether and by what they sign in, and a role.
final class PeopleChoices extends FilterBar<PeopleFilter> {

    private final TextField text = search("Name or mail", PeopleFilter::withText);
    private final Select<PeopleFilter.State> state =
            one("State", PeopleFilter.State.values(), PeopleFilter.State::words, PeopleFilter::withState);
    private final Select<PeopleFilter.SignIn> signIn =
            one("Sign-in", PeopleFilter.SignIn.values(), PeopleFilter.SignIn::words, PeopleFilter::withSignIn);
    private final ComboBox<String> role = any("Role", PeopleFilter::withRole);
    private transient List<String> roles = List.of();

    PeopleChoices(Consumer<PeopleFilter> changed) {
        super(PeopleFilter.NONE, changed);
    }

    /// @param offered the roles that can be chosen
    void show(PeopleFilter present, List<String> offered) {
        roles = offered;
        show(present);
    }

    @Override
    protected void fill(PeopleFilter present) {
        text.setValue(present.text());
        state.setValue(present.state());
        signIn.setValue(present.signIn());
        role.setItems(roles);
        role.setValue(roles.contains(present.role()) ? present.role() : null);
    }
}
