package dev.portico.access.ui.review;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.AccessReview;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Decision;
import dev.portico.access.ReviewLine.Outcome;
import dev.portico.look.AddressParameters;
import java.util.Locale;
import java.util.UUID;

/// Which lines of a review the page shows: all that stands in the address.
///
/// @param who  what stands in the name of the holder or of the group that it comes through; empty for all
/// @param page the number of the page, from 1 on
record ReviewAddress(UUID review, Which which, String who, int page) {

    /// How many lines are shown at once.
    static final int LINES = 50;

    static final String PATH = "access/reviews";

    /// Which of them.
    enum Which {
        ALL("All"),
        UNDECIDED("Undecided"),
        UNUSED("Unused"),
        REMOVE("To remove"),
        CHANGED("Changed");

        private final String words;

        Which(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean fits(ReviewLine line, AccessReview review) {
            return switch (this) {
                case ALL -> true;
                case UNDECIDED -> AccessReview.undecided(line);
                case UNUSED -> review.unused(line);
                case REMOVE -> line.decision() == Decision.REMOVE;
                case CHANGED -> line.outcome() == Outcome.GONE || line.outcome() == Outcome.CHANGED;
            };
        }
    }

    /// What an address asks for; what it says wrongly is left open.
    static ReviewAddress of(UUID review, QueryParameters asked) {
        return new ReviewAddress(
                review,
                AddressParameters.choice(asked, "show", Which.ALL),
                AddressParameters.text(asked, "who"),
                number(AddressParameters.text(asked, "page")));
    }

    ReviewAddress with(Which other) {
        return new ReviewAddress(review, other, who, 1);
    }

    ReviewAddress with(String other) {
        return new ReviewAddress(review, which, other.strip(), 1);
    }

    ReviewAddress turned(int other) {
        return new ReviewAddress(review, which, who, other);
    }

    boolean fits(ReviewLine line, AccessReview shown) {
        String typed = who.toLowerCase(Locale.ROOT);
        return which.fits(line, shown)
                && (line.label().toLowerCase(Locale.ROOT).contains(typed)
                        || line.holder().toLowerCase(Locale.ROOT).contains(typed)
                        || line.via().toLowerCase(Locale.ROOT).contains(typed));
    }

    boolean narrows() {
        return which != Which.ALL || !who.isEmpty();
    }

    QueryParameters parameters() {
        return chosen().all();
    }

    /// Where the review is, relative to the portal's root.
    String path() {
        return PATH + '/' + review;
    }

    /// The page with all that narrows it.
    String address() {
        return chosen().address(path());
    }

    private AddressParameters chosen() {
        return new AddressParameters()
                .with("show", which, Which.ALL)
                .with("who", who)
                .with("page", page > 1 ? Integer.toString(page) : "");
    }

    private static int number(String typed) {
        try {
            return Math.clamp(Integer.parseInt(typed), 1, 1_000);
        } catch (NumberFormatException none) {
            return 1;
        }
    }
}
