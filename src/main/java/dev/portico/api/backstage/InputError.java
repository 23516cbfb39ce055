package dev.portico.api.backstage;

import dev.portico.kernel.Refusal;

/// What was sent does not fit: 400, `InputError`.
final class InputError {

    private InputError() {}

    /// @param message what is wrong, without a full stop
    static Refusal.InvalidInput of(String message) {
        return new Refusal.InvalidInput("backstage-input", message);
    }
}
