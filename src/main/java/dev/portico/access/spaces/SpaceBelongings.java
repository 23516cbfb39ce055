package dev.portico.access.spaces;

import dev.portico.kernel.Reader;

/// A bean that keeps something for spaces which goes along when one is deleted: its tokens, what is installed in it.
public interface SpaceBelongings {

    /// What there is, in words: `2 tokens`; empty where there is nothing.
    String present(String space);

    /// Removes it, in the transaction that deletes the space, with audit rows of its own.
    void remove(String space, Reader by);
}
