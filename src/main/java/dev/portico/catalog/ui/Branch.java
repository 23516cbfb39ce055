package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something to open, filled when it is.
final class Branch extends NativeDetails {

    private transient @Nullable Supplier<Component> content;

    Branch(Component summary) {
        super(summary);
        addToggleListener(toggle -> {
            if (toggle.isOpened()) {
                fill();
            }
        });
    }

    void whenOpened(Supplier<Component> filled) {
        content = filled;
    }

    /// Opens it, as a click does.
    void open() {
        setOpen(true);
        fill();
    }

    private void fill() {
        if (content != null) {
            setContent(content.get());
            content = null;
        }
    }
}
