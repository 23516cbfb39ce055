package dev.portico.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the chain stands.
///
/// @param rows      how many rows were linked since the beginning, those that are gone included
/// @param link      the last link, in hexadecimal digits; note it down with `rows`, and a later verification holds the
///                  trail against it
/// @param waiting   how many rows wait to be linked
/// @param verifiedAt when the chain was last verified; null where it never was
/// @param verified  how that ended; null where it never was
/// @param key       the id of the key that signs
/// @param publicKey the key's public half, Ed25519 in PEM
public record ChainState(
        long rows,
        String link,
        long waiting,
        @Nullable Instant verifiedAt,
        @Nullable Verification verified,
        String key,
        String publicKey) {}
