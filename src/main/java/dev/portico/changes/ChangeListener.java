package dev.portico.changes;

import java.util.Collection;

/// A bean that is told what changed, on its node, after the commit.
public interface ChangeListener {

    /// The topic it listens to.
    String topic();

    /// Brings what is kept of these keys up to date. Calls of one listener never overlap, and each runs on a thread
    /// of the listener's own. When it throws, it is called again with the same keys, and those that came since,
    /// after a pause that grows from a fifth of a second to half a minute.
    ///
    /// @param keys the keys of what changed, without duplicates; 1,000 at most
    void changed(Collection<String> keys);
}
