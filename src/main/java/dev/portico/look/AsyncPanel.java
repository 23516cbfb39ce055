package dev.portico.look;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.function.Function;
import java.util.function.Supplier;

/// A part whose content takes time: shows a skeleton, loads on a thread of its own, then shows the content.
///
/// A refusal is shown with its reason, any other failure with a reference to the log; both can be tried again. The
/// rest of the page stays as it is.
///
/// @param <T> what is loaded
public final class AsyncPanel<T> extends Div {

    private final transient Supplier<T> load;
    private final transient Function<T, Component> content;
    private final transient Supplier<Component> skeleton;

    /// @param load    reads what the content needs; runs off the UI's thread, so it must not ask who is signed in
    /// @param content makes the content; runs on the UI's thread
    public AsyncPanel(Supplier<Component> skeleton, Supplier<T> load, Function<T, Component> content) {
        this.skeleton = skeleton;
        this.load = load;
        this.content = content;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        if (attached.isInitialAttach()) {
            start(attached.getUI());
        }
    }

    private void start(UI ui) {
        removeAll();
        add(skeleton.get());
        getElement().setAttribute("aria-busy", "true");
        Thread.ofVirtual().name("panel").start(() -> run(ui));
    }

    private void run(UI ui) {
        Supplier<Component> outcome = outcome(ui);
        var _ = ui.access(() -> show(outcome.get()));
    }

    private Supplier<Component> outcome(UI ui) {
        try {
            T loaded = load.get();
            return () -> content.apply(loaded);
        } catch (RuntimeException failure) {
            return () -> FailedPart.of(failure, () -> start(ui));
        }
    }

    private void show(Component shown) {
        removeAll();
        add(shown);
        getElement().setAttribute("aria-busy", "false");
    }
}
