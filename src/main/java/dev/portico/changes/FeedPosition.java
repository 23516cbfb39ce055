package dev.portico.changes;

/// How far a reader of the feed has come: everything up to this row has been read.
///
/// @param transaction the id of the row's transaction (`xid8`)
/// @param row         the row's number
public record FeedPosition(long transaction, long row) implements Comparable<FeedPosition> {

    /// Before every row.
    public static final FeedPosition START = new FeedPosition(0, 0);

    @Override
    public int compareTo(FeedPosition other) {
        int byTransaction = Long.compare(transaction, other.transaction);
        return byTransaction != 0 ? byTransaction : Long.compare(row, other.row);
    }
}
