package dev.portico.secrets.internal;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The keys that this node has: its own, and earlier ones that may still be in use.
record KeyRing(SecretKey own, Map<String, SecretKey> all) {

    static KeyRing of(SecretKey own, Stream<SecretKey> earlier) {
        return new KeyRing(
                own,
                Stream.concat(Stream.of(own), earlier)
                        .collect(Collectors.toUnmodifiableMap(SecretKey::id, key -> key, (first, same) -> first)));
    }

    Optional<SecretKey> key(String id) {
        return Optional.ofNullable(all.get(id));
    }
}
