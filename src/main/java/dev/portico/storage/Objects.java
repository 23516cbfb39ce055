package dev.portico.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/// The store of artifacts, which are named by their content: a folder, or a bucket of an S3-compatible service.
///
/// An object never changes. Storing what is stored already does nothing, and whoever reads to the end has read exactly
/// what was stored: a reader of damaged content gets an error instead of its last bytes. Rows in PostgreSQL say which
/// objects matter; an object that no row names is swept.
///
/// A store that does not answer is refused as [dev.portico.kernel.Refusal.Unavailable].
public interface Objects {

    /// Stores the content, which is read to its end and not closed. When this returns, it survives a loss of power.
    ///
    /// @throws IOException when the content cannot be read
    Stored put(InputStream content) throws IOException;

    /// Opens an object; the caller closes it. Empty where there is none of this name.
    Optional<InputStream> open(ObjectId id);

    /// Whether there is an object of this name.
    boolean exists(ObjectId id);

    /// Deletes an object; does nothing where there is none.
    void delete(ObjectId id);

    /// Names every object, in no order.
    void each(Consumer<ObjectId> visitor);

    /// What was stored.
    ///
    /// @param size in bytes
    record Stored(ObjectId id, long size) {}
}
