package dev.portico.search;

import dev.portico.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// Which of the hits to give.
///
/// @param offset how many to leave out, counted from the place, or from the first
/// @param limit  how many to give, 0 to 10,000; 0 counts only
/// @param after  give hits that come after this place
/// @param before give the last hits that come before this place, in the list's own order
public record Page(
        int offset,
        int limit,
        @Nullable Place after,
        @Nullable Place before) {

    /// The most hits of one page.
    public static final int MOST = 10_000;

    public Page {
        if (offset < 0 || limit < 0 || limit > MOST) {
            throw new Refusal.InvalidInput(
                    "search-page", "A page needs an offset of 0 or more and a limit of 0 to 10,000");
        }
        if (after != null && before != null) {
            throw new IllegalArgumentException("A page is after a place or before one");
        }
    }

    /// The first hits.
    public static Page first(int limit) {
        return new Page(0, limit, null, null);
    }

    /// Hits from an offset on.
    public static Page from(int offset, int limit) {
        return new Page(offset, limit, null, null);
    }

    /// Hits that come after a place.
    public static Page after(Place place, int limit) {
        return new Page(0, limit, place, null);
    }

    /// The last hits before a place, in the list's own order.
    public static Page before(Place place, int limit) {
        return new Page(0, limit, null, place);
    }
}
