package dev.portico.look;

import com.vaadin.flow.component.textfield.TextField;
import dev.portico.kernel.Refusal;
import java.util.Optional;
import java.util.function.Supplier;

/// Shows under a field why a front door refused what stands in it.
public final class Attempt {

    private Attempt() {}

    /// Asks with the value of a field.
    ///
    /// @return the answer; empty where it was refused, and then the field says why
    public static <T> Optional<T> on(TextField field, Supplier<T> question) {
        try {
            T answer = question.get();
            field.setInvalid(false);
            return Optional.of(answer);
        } catch (Refusal.InvalidInput | Refusal.Conflict refusal) {
            field.setErrorMessage(refusal.reason());
            field.setInvalid(true);
            return Optional.empty();
        }
    }
}
