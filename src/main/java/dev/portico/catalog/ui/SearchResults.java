package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import dev.portico.look.FailedPart;
import dev.portico.look.Skeleton;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Where hits stand. They are looked for on a thread of their own: a skeleton stands there the first time, later the
/// hits of before, until the new ones come. An answer that was overtaken by another question is not shown.
final class SearchResults extends Div {

    private static final int ROWS = 8;

    private int asked;

    SearchResults() {
        addClassName("hits");
    }

    /// @param question runs off the UI's thread, so it must not ask who is signed in
    /// @param answer   runs on the UI's thread, before the content is shown
    /// @param content  makes what is shown, on the UI's thread
    <T> void ask(UI ui, Supplier<T> question, Consumer<T> answer, Function<T, Component> content) {
        int number = ++asked;
        getElement().setAttribute("aria-busy", "true");
        if (getComponentCount() == 0) {
            add(Skeleton.rows(ROWS));
        }
        Thread.ofVirtual().name("search-page").start(() -> {
            Supplier<Component> found = outcome(ui, question, answer, content);
            ui.accessLater(
                            () -> {
                                if (number == asked) {
                                    show(found.get());
                                }
                            },
                            SearchResults::left)
                    .run();
        });
    }

    private <T> Supplier<Component> outcome(
            UI ui, Supplier<T> question, Consumer<T> answer, Function<T, Component> content) {
        try {
            T found = question.get();
            return () -> {
                answer.accept(found);
                return content.apply(found);
            };
        } catch (RuntimeException failure) {
            return () -> FailedPart.of(failure, () -> ask(ui, question, answer, content));
        }
    }

    /// Nobody waits for hits on a page that was left.
    private static void left() {}

    private void show(Component content) {
        removeAll();
        add(content);
        getElement().setAttribute("aria-busy", "false");
    }
}
