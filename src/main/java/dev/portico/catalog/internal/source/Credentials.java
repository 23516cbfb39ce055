package dev.portico.catalog.internal.source;

import dev.portico.secrets.SecretValue;
import java.util.Optional;

/// The credentials of sources, by the name a source gives: what readers need of Secrets.
///
/// A value is a token, or `user:password`, or a complete `Authorization` value such as `Bearer …`.
@FunctionalInterface
interface Credentials {

    /// The value behind a name; empty where there is none.
    Optional<SecretValue> value(String secretName);
}
