package dev.portico.look;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    private transient long deadline = System.nanoTime();
    private transient @Nullable CompletableFuture<Supplier<Component>> begun;

    /// @param load    reads what the content needs; runs off the UI's thread, so it must not ask who is signed in
    /// @param content makes the content; runs on the UI's thread
    public AsyncPanel(Supplier<Component> skeleton, Supplier<T> load, Function<T, Component> content) {
        this.skeleton = skeleton;
        this.load = load;
        this.content = content;
    }

    /// Begins to load now. What has come when the panel is shown, or comes soon after, is shown at once, so that
    /// nothing moves later.
    ///
    /// @param longest how long, from now on, showing the page may wait for it; panels begun together wait together
    public AsyncPanel<T> begin(Duration longest) {
        deadline = System.nanoTime() + longest.toNanos();
        begun = loading();
        return this;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        if (attached.isInitialAttach()) {
            CompletableFuture<Supplier<Component>> loading = Objects.requireNonNullElseGet(begun, this::loading);
            begun = null;
            start(attached.getUI(), loading);
        }
    }

    private CompletableFuture<Supplier<Component>> loading() {
        CompletableFuture<Supplier<Component>> outcome = new CompletableFuture<>();
        Thread.ofVirtual().name("panel").start(() -> outcome.complete(outcome()));
        return outcome;
    }

    private void start(UI ui, CompletableFuture<Supplier<Component>> loading) {
        @Nullable Supplier<Component> soon = soon(loading);
        if (soon == null) {
            removeAll();
            add(skeleton.get());
            getElement().setAttribute("aria-busy", "true");
            var _ = loading.thenAccept(outcome -> {
                var _ = ui.access(() -> show(outcome.get()));
            });
        } else {
            show(soon.get());
        }
    }

    private @Nullable Supplier<Component> soon(CompletableFuture<Supplier<Component>> loading) {
        try {
            return loading.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException later) {
            return null;
        } catch (InterruptedException | ExecutionException stopped) {
            throw new IllegalStateException("A panel was stopped", stopped);
        }
    }

    private Supplier<Component> outcome() {
        try {
            T loaded = load.get();
            return () -> made(loaded);
        } catch (RuntimeException failure) {
            return () -> failed(failure);
        }
    }

    private Component made(T loaded) {
        try {
            return content.apply(loaded);
        } catch (RuntimeException failure) {
            return failed(failure);
        }
    }

    private Component failed(RuntimeException failure) {
        return FailedPart.of(failure, () -> getUI().ifPresent(ui -> start(ui, loading())));
    }

    private void show(Component shown) {
        removeAll();
        add(shown);
        getElement().setAttribute("aria-busy", "false");
    }
}
