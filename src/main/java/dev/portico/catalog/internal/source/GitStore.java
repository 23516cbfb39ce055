package dev.portico.catalog.internal.source;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/// A repository on disk, and the commit that is read from it.
interface GitStore extends AutoCloseable {

    /// The repository at the moment; another one after a repair.
    Repository repository();

    /// The commit that is read.
    ObjectId commit();

    /// The branch or tag that led to the commit; `HEAD` where none did.
    String branch();

    /// Fetches a damaged repository anew.
    ///
    /// @return whether the same commit is there again; false where nothing can be done
    boolean repair();

    @Override
    void close();
}
