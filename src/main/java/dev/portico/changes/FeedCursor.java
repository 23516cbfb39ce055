package dev.portico.changes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A reader's way along the feed: gives each committed row once, settled or not, and knows how far every row is known.
///
/// Not thread-safe.
public final class FeedCursor {

    private static final int BATCH = 500;

    private final Rows rows;
    private final Set<FeedPosition> handedOn = new HashSet<>();
    private FeedPosition position;

    /// A cursor that begins after a position.
    public FeedCursor(Rows rows, FeedPosition position) {
        this.rows = rows;
        this.position = position;
    }

    /// Gives every row that is committed and was not given before, in parts of at most 500. The rows of a part count as
    /// given once the taker returns; when it throws, they are given again by the next pass.
    public void pass(Consumer<List<FeedRow>> taker) {
        FeedPosition from = position;
        boolean complete = true;
        List<FeedRow> read;
        do {
            read = rows.after(from, BATCH);
            List<FeedRow> fresh = read.stream()
                    .filter(row -> !handedOn.contains(row.position()))
                    .toList();
            if (!fresh.isEmpty()) {
                taker.accept(fresh);
            }
            for (FeedRow row : read) {
                from = row.position();
                handedOn.add(from);
                // Behind an unsettled row there may be gaps, whatever a later look at the rows says.
                complete &= row.settled();
                if (complete) {
                    position = from;
                }
            }
        } while (read.size() == BATCH);
        handedOn.removeIf(known -> known.compareTo(position) <= 0);
    }

    /// Up to where every row was given. A reader that remembers it and begins there again misses none.
    public FeedPosition position() {
        return position;
    }

    /// Reads rows of the feed.
    @FunctionalInterface
    public interface Rows {

        /// The committed rows after a position, in the order of their transactions.
        List<FeedRow> after(FeedPosition position, int limit);
    }
}
