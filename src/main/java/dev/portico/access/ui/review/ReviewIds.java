package dev.portico.access.ui.review;

import com.vaadin.flow.router.BeforeEnterEvent;
import dev.portico.kernel.Refusal;
import java.util.UUID;

/// Which review an address names.
final class ReviewIds {

    private ReviewIds() {}

    /// @throws Refusal.NotFound where it names none that there could be
    static UUID of(BeforeEnterEvent event) {
        String typed = event.getRouteParameters().get("review").orElse("");
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException noId) {
            throw new Refusal.NotFound(
                    "review-unknown", "There is no access review \"" + typed + "\" that you may know of");
        }
    }
}
