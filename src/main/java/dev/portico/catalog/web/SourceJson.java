package dev.portico.catalog.web;

import dev.portico.catalog.SourceDefinition;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A source as it is registered over REST.
///
/// @param name         1 to 63 lower-case letters, digits and `-`
/// @param type         `file`, `folder`, `glob`, `url` or `git`
/// @param target       the path, glob or URL
/// @param branch       for `git`
/// @param pattern      which files are descriptors, for `folder` and `git`
/// @param secret       the name of the secret with the credential
/// @param everySeconds the pause after a run in seconds; absent for the default, 0 for no runs by itself
/// @param space        the space that it belongs to; absent for none
record SourceJson(
        @NotBlank String name,
        @NotBlank String type,
        @NotBlank String target,
        @Nullable String branch,
        @Nullable String pattern,
        @Nullable String secret,
        @PositiveOrZero @Nullable Long everySeconds,
        @Nullable String space) {

    private static final long DEFAULT_SECONDS = 120;

    SourceDefinition definition() {
        long seconds = everySeconds == null ? DEFAULT_SECONDS : everySeconds;
        return new SourceDefinition(name, type, target, branch, pattern, secret, Duration.ofSeconds(seconds), space);
    }
}
