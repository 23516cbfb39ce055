package dev.portico.access.ui.tokens;

import dev.portico.access.NewToken;
import dev.portico.access.ui.frame.SecretDialog;
import dev.portico.look.RelativeTime;

/// Shows the text of a token this once.
final class NewText {

    private NewText() {}

    static void show(NewToken made) {
        new SecretDialog(
                        "Token " + made.token().name(),
                        "Copy the token now. It is not shown again.",
                        made.text(),
                        "It counts until " + RelativeTime.exact(made.token().expiresAt())
                                + ". Programs send it as Authorization: Bearer.")
                .open();
    }
}
