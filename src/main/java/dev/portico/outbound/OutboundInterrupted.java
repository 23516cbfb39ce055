package dev.portico.outbound;

import java.io.IOException;

/// A body that was cut off because it passed a limit of its request. The message names the limit.
public final class OutboundInterrupted extends IOException {

    private final boolean tooLarge;

    /// Made by the client.
    ///
    /// @param tooLarge whether the limit of bytes was passed; the limit of time otherwise
    public OutboundInterrupted(String message, boolean tooLarge) {
        super(message);
        this.tooLarge = tooLarge;
    }

    /// Whether the limit of bytes was passed; the limit of time otherwise.
    public boolean tooLarge() {
        return tooLarge;
    }
}
