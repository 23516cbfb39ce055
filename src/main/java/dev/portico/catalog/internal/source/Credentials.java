package dev.portico.catalog.internal.source;

import java.util.Optional;

/// The credentials of sources, by the name a source gives.
///
/// A value is a token, or `user:password`, or a complete `Authorization` value such as `Bearer …`.
@FunctionalInterface
public interface Credentials {

    /// The value behind a name; empty where there is none.
    Optional<String> value(String secretName);
}
