package dev.portico.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.portico.ScreenTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ActionsTest extends ScreenTest {

    private final AtomicInteger done = new AtomicInteger();
    private final Button button = Actions.plain("Do", Symbol.CHECK, done::incrementAndGet);

    @BeforeEach
    void shown() {
        UI.getCurrent().add(button);
    }

    @Test
    void a_button_that_is_pressed_does_once_what_it_is_for() {
        pressed();
        assertThat(done).hasValue(1);

        button.click();
        assertThat(done).hasValue(2);
    }

    @Test
    void a_button_that_is_listened_to_as_well_does_it_once_too() {
        AtomicInteger heard = new AtomicInteger();
        button.addClickListener(click -> heard.incrementAndGet());

        pressed();
        assertThat(done).hasValue(1);
        assertThat(heard).hasValue(1);

        button.click();
        assertThat(done).hasValue(2);
        assertThat(heard).hasValue(2);
    }

    @Test
    void a_button_that_is_switched_off_does_nothing() {
        button.setEnabled(false);

        pressed();

        assertThat(done).hasValue(0);
    }

    /// What the browser tells.
    private void pressed() {
        button.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(button.getElement(), "click", JacksonUtils.createObjectNode()));
    }
}
