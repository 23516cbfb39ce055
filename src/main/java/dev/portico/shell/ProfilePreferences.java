package dev.portico.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.shared.Registration;
import dev.portico.look.Card;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How the portal looks and behaves for one account. A choice holds at once.
@Tag("div")
final class ProfilePreferences extends HtmlContainer {

    private final transient Appearance appearance;
    private final Select<Theme> theme = new Select<>();
    private final Select<Density> density = new Select<>();
    private final Checkbox shortcuts = new Checkbox("Keys without Ctrl do something");
    private final Checkbox narrow = new Checkbox("Narrow menu");
    private @Nullable Registration watching;

    ProfilePreferences(Appearance appearance) {
        this.appearance = appearance;
        theme.setLabel("Theme");
        theme.setItems(Theme.values());
        theme.setItemLabelGenerator(Theme::label);
        theme.addValueChangeListener(
                chosen -> change(shown -> shown.theme() != chosen.getValue(), shown -> shown.with(chosen.getValue())));
        density.setLabel("Rows");
        density.setItems(Density.values());
        density.setItemLabelGenerator(Density::label);
        density.addValueChangeListener(chosen ->
                change(shown -> shown.density() != chosen.getValue(), shown -> shown.with(chosen.getValue())));
        shortcuts.addValueChangeListener(chosen ->
                change(shown -> shown.shortcuts() != chosen.getValue(), shown -> shown.shortcuts(chosen.getValue())));
        narrow.addValueChangeListener(chosen ->
                change(shown -> shown.narrow() != chosen.getValue(), shown -> shown.narrow(chosen.getValue())));
        Div form = new Div(theme, density, shortcuts, narrow);
        form.addClassNames("col", "form");
        add(new Card("Preferences").body(form));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        watching = appearance.watch(this::show);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (watching != null) {
            watching.remove();
            watching = null;
        }
    }

    private void show(Preference shown) {
        theme.setValue(shown.theme());
        density.setValue(shown.density());
        shortcuts.setValue(shown.shortcuts());
        narrow.setValue(shown.narrow());
    }

    /// What is chosen here may be what was chosen elsewhere, shown again.
    private void change(Predicate<Preference> differs, UnaryOperator<Preference> change) {
        if (differs.test(appearance.present())) {
            appearance.change(change);
        }
    }
}
