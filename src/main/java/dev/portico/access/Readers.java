package dev.portico.access;

import dev.portico.kernel.Reader;

/// Says who asks. Controllers take a [Reader] parameter instead; views and filters ask here.
///
/// A reader is at most half a second older than what the database says of its account or token, so a changed role, a
/// disabled account and a revoked token bite within a second on every node. Views therefore ask at each event and keep
/// no reader.
public interface Readers {

    /// The reader behind the request or the user interface session of this thread; [Reader#anonymous()] where there
    /// is none, or where its account or token no longer counts. Usually costs a look into memory, at most twice a
    /// second for each account a row read by its key.
    Reader current();
}
