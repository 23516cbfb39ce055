package dev.portico.access;

import java.util.Set;

/// Tells open pages when what they show of rights has changed, on whatever node it did. It says that something did, and
/// not what: the page reads anew what its reader may see.
public interface AccessNews {

    /// What pages are told of.
    enum Topic {
        /// Another policy is in force, or a draft was changed.
        POLICIES,
        /// A request was made, answered, taken back or ended.
        REQUESTS,
        /// A review was begun, changed, decided in or closed.
        REVIEWS
    }

    /// Tells from now on. Any thread may ask.
    ///
    /// @param topics  that are to be told of
    /// @param changed waits for nobody, and brings the news to the page's own thread
    /// @return to be held as long as the page is there: what nobody holds is told nothing any more. Running it ends
    ///         the telling at once
    Runnable watch(Set<Topic> topics, Runnable changed);
}
