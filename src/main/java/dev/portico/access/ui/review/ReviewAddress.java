package dev.portico.access.ui.review;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.AccessReview;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Decision;
import dev.portico.access.ReviewLine.Outcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
                case UNDECIDED -> line.decision() == null;
                case UNUSED -> review.unused(line);
                case REMOVE -> line.decision() == Decision.REMOVE;
                case CHANGED -> line.outcome() == Outcome.GONE || line.outcome() == Outcome.CHANGED;
            };
        }
    }

    /// What an address asks for; what it says wrongly is left open.
    static ReviewAddress of(UUID review, QueryParameters asked) {
        String which = asked.getSingleParameter("show").orElse("");
        return new ReviewAddress(
                review,
                Arrays.stream(Which.values())
                        .filter(one -> word(one).equals(which))
                        .findFirst()
                        .orElse(Which.ALL),
                asked.getSingleParameter("who").orElse(""),
                number(asked.getSingleParameter("page").orElse("")));
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
        Map<String, String> parameters = new LinkedHashMap<>();
        if (which != Which.ALL) {
            parameters.put("show", word(which));
        }
        if (!who.isEmpty()) {
            parameters.put("who", who);
        }
        if (page > 1) {
            parameters.put("page", Integer.toString(page));
        }
        return QueryParameters.simple(parameters);
    }

    /// Where the review is, relative to the portal's root.
    String path() {
        return PATH + '/' + review;
    }

    /// The page with all that narrows it.
    String address() {
        String query = parameters().getQueryString();
        return query.isEmpty() ? path() : path() + '?' + query;
    }

    private static int number(String typed) {
        try {
            return Math.clamp(Integer.parseInt(typed), 1, 1_000);
        } catch (NumberFormatException none) {
            return 1;
        }
    }

    private static String word(Which which) {
        return which.name().toLowerCase(Locale.ROOT);
    }
}
