package dev.portico.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a look at the whole chain found.
///
/// @param intact      whether everything fits
/// @param from        the first row that is still there; those before it are a stub
/// @param to          the last row that was found to fit
/// @param checkpoints how many signatures were found to fit
/// @param waiting     how many rows wait to be linked
/// @param link        the link of the row `to`, in hexadecimal digits
/// @param problem     the first thing that does not fit; null where everything does
public record Verification(
        boolean intact,
        long from,
        long to,
        long checkpoints,
        long waiting,
        String link,
        @Nullable Problem problem) {

    /// What does not fit.
    ///
    /// @param row      the place in the chain; null where what was found has none
    /// @param entry    the id of the row of the trail; null where none is known
    /// @param what     the kind
    /// @param sentence what was found, in words
    public record Problem(@Nullable Long row, @Nullable UUID entry, Kind what, String sentence) {}

    /// The kinds of what does not fit.
    public enum Kind {
        /// A row's content is not what was linked.
        CHANGED,
        /// A row is gone without a stub.
        MISSING,
        /// A row is there that nobody linked.
        INSERTED,
        /// A link does not follow from the one before: rows were swapped, or links changed.
        BROKEN_LINK,
        /// A signature is not of a key of this portal, or not of what it stands beside.
        FORGED,
        /// Links at the end are gone, or are there without a signature.
        CUT_OFF
    }
}
