package dev.portico.access.ui.people;

import dev.portico.access.AccountSummary;
import dev.portico.access.PasswordResets;
import dev.portico.access.ui.frame.SecretDialog;

/// Makes a link by which somebody chooses a new password, and shows it this once.
final class ResetLink {

    private ResetLink() {}

    static void show(PeopleParts parts, AccountSummary account) {
        PasswordResets.Link link = parts.resets().make(parts.reader(), account.id());
        new SecretDialog(
                        "Link for " + account.displayName(),
                        "Copy the link now and hand it over. It is not shown again.",
                        link.link().toString(),
                        "It counts once and for a day, and only until another is made. The present password counts"
                                + " until then.")
                .open();
    }
}
