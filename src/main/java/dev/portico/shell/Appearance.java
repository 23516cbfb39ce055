package dev.portico.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import dev.portico.access.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What one page shows of its reader's preferences, and the one way to change them: at once on the page, and kept for
/// the account.
final class Appearance {

    private final Preferences preferences;
    private final Readers readers;
    private final List<Consumer<Preference>> listeners = new ArrayList<>();
    private Preference present;

    Appearance(Preferences preferences, Readers readers, UI ui) {
        this.preferences = preferences;
        this.readers = readers;
        this.present = preferences.chosen(readers.current()).orElseGet(() -> Preference.USUAL.with(Theme.asked()));
        ComponentUtil.setData(ui, Appearance.class, this);
    }

    /// That of a page; empty where the page has no frame.
    static Optional<Appearance> of(UI ui) {
        return Optional.ofNullable(ComponentUtil.getData(ui, Appearance.class));
    }

    Preference present() {
        return present;
    }

    /// Tells the listener what holds, now and after each change until the registration is removed.
    Registration watch(Consumer<Preference> listener) {
        Registration watching = Registration.addAndRemove(listeners, listener);
        listener.accept(present);
        return watching;
    }

    void change(UnaryOperator<Preference> change) {
        present = preferences.change(readers.current(), present, change);
        show(UI.getCurrent().getPage());
        List.copyOf(listeners).forEach(listener -> listener.accept(present));
    }

    private void show(Page page) {
        present.theme().choose(page);
        page.executeJs(
                "document.documentElement.dataset.density = $0; document.documentElement.dataset.drawer = $1",
                word(present.density()),
                drawer(present));
    }

    /// The value of the page's attribute `data-density`.
    static String word(Density density) {
        return density.name().toLowerCase(Locale.ROOT);
    }

    /// The value of the page's attribute `data-drawer`.
    static String drawer(Preference preference) {
        return preference.narrow() ? "narrow" : "wide";
    }
}
