package dev.portico.access;

import dev.portico.kernel.Reader;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/// Links by which people who lost their password give themselves another. An admin makes one and hands it over; Portico
/// sends no mail.
///
/// A link holds 256 random bits, of which the database keeps the SHA-256. It counts for a day, once, and only until the
/// next one of its account is made.
public interface PasswordResets {

    /// Makes the link of a local account; takes `access.account.manage`, and that the reader holds all that the
    /// account's roles allow. Audited; the password that there is goes on to count until the link is used.
    ///
    /// @throws dev.portico.kernel.Refusal.NotFound     where there is no such account
    /// @throws dev.portico.kernel.Refusal.InvalidInput where it signs in through a provider
    Link make(Reader reader, UUID account);

    /// Gives the link's account a new password, and signs it out everywhere. Of any number at the same moment one
    /// succeeds.
    ///
    /// @param text    what the link carries
    /// @param address where the request came from, by which attempts are counted
    /// @throws dev.portico.kernel.Refusal.InvalidInput where the link is unknown, used or over, all in the same
    ///     words, or the password does not fit; the link goes on to count then
    /// @throws dev.portico.kernel.Refusal.TooMany      where that address tried too often
    void redeem(String text, String password, String address);

    /// A link that was just made, shown this once.
    ///
    /// @param text what the link carries
    record Link(URI link, String text, Instant expiresAt) {

        /// Without what it carries.
        @Override
        public String toString() {
            return "Link[expiresAt=" + expiresAt + "]";
        }
    }
}
