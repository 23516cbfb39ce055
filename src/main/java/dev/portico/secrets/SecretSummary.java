package dev.portico.secrets;

import java.time.Instant;

/// What may be known of a secret.
///
/// @param key       the id of the key that encrypts it
/// @param updatedBy who stored the present value, in the words of audit
public record SecretSummary(String name, String key, Instant createdAt, Instant updatedAt, String updatedBy) {}
