package dev.portico.catalog.internal.source;

import java.util.List;
import java.util.Optional;

/// One reading of a source: a consistent view where the source can give one (a commit), else what is there at the
/// moment. Used by one thread at a time.
public interface SourceReading extends AutoCloseable {

    /// The root descriptor files in the order of their paths, listed lazily. Can be walked once.
    ///
    /// @throws SourceUnreadable, also from the iterator, where the source as a whole cannot be listed
    Iterable<SourceFile> files();

    /// The files that a target of a Location entity names.
    ///
    /// A target without wildcards always gives one file, whose `bytes` fail as MISSING where there is none; a
    /// pattern gives the files that match, which may be none.
    ///
    /// @param from   the file that holds the Location entity
    /// @param type   `spec.type` of the Location; empty for the type of `from`
    /// @param target relative to `from`, absolute, or a pattern (files and repositories)
    /// @throws SourceUnreadable REFUSED where the target leads out of the source or its type is not followed from
    ///         here
    List<SourceFile> follow(SourceFile from, String type, String target);

    /// The file that a `$text`, `$json` or `$yaml` placeholder of `from` names, within the same folder, repository or
    /// host.
    ///
    /// @throws SourceUnreadable REFUSED where the target leads out of the source
    SourceFile dependency(SourceFile from, String target);

    /// The key under which a reading is given the fingerprint of what a placeholder took in last.
    ///
    /// @param location the file that holds the placeholder
    /// @param target   its target as written
    static String knownAs(String location, String target) {
        return location + '\n' + target;
    }

    /// What was read, such as a commit; empty where the source has no versions.
    Optional<String> version();

    @Override
    void close();
}
