package dev.portico.access.spaces;

import dev.portico.kernel.Reader;

/// A bean that keeps something for spaces which goes along when one is deleted: its tokens, what is installed in it.
public interface SpaceBelongings {

    /// What it keeps, as one word for many: `tokens`.
    String kind();

    /// How many there are of a space.
    long count(String space);

    /// Removes them, in the transaction that deletes the space, with audit rows of its own.
    ///
    /// @throws dev.portico.kernel.Refusal.Forbidden where whoever deletes the space may not; the space then stays
    void remove(String space, Reader by);
}
