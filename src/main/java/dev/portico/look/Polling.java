package dev.portico.look;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Looks again each second while something runs. Belongs on the page that shows it and stops with it.
@Tag("span")
public final class Polling extends Component {

    private static final int EVERY_MILLIS = 1_000;

    private final transient BooleanSupplier look;
    private @Nullable Registration listener;

    /// @param look shows anew and answers whether anything still runs; called at once and then each second
    public Polling(BooleanSupplier look) {
        this.look = look;
        getElement().setAttribute("hidden", true);
    }

    /// Looks now, and again each second while anything runs.
    public void start() {
        boolean running = look.getAsBoolean();
        getUI().ifPresent(ui -> ui.setPollInterval(running ? EVERY_MILLIS : -1));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        listener = attached.getUI().addPollListener(poll -> start());
        start();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        UI ui = detached.getUI();
        ui.setPollInterval(-1);
        if (listener != null) {
            listener.remove();
            listener = null;
        }
    }
}
