package dev.portico.catalog;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where descriptors come from and how often to look.
///
/// @param name    the source's name, unique: lower-case letters, digits and `-`, at most 63
/// @param type    `file`, `folder`, `glob`, `url`, `git`, `upload` or `push`
/// @param target  the path, glob or URL; for `upload` and `push` empty
/// @param branch  for `git`: the branch, or null for the repository's default
/// @param pattern for `folder` and `git`: which files are descriptors, or null for the type's default
/// @param secret  the name of the secret that holds the credential, or null where none is needed
/// @param every   how long after a run the next one starts; zero for never by itself
/// @param space   the space that it belongs to, of whose things it then brings no others; null for none
public record SourceDefinition(
        String name,
        String type,
        String target,
        @Nullable String branch,
        @Nullable String pattern,
        @Nullable String secret,
        Duration every,
        @Nullable String space) {

    /// A source of no space.
    public SourceDefinition(
            String name,
            String type,
            String target,
            @Nullable String branch,
            @Nullable String pattern,
            @Nullable String secret,
            Duration every) {
        this(name, type, target, branch, pattern, secret, every, null);
    }

    /// The same source, as one of a space.
    public SourceDefinition of(@Nullable String wanted) {
        return new SourceDefinition(name, type, target, branch, pattern, secret, every, wanted);
    }
}
