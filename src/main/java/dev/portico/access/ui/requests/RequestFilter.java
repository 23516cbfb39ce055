package dev.portico.access.ui.requests;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.AccessRequest.State;
import dev.portico.look.AddressParameters;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Which requests the page lists, and which one it shows whole: all that stands in the address.
///
/// @param who     what stands in the name of whoever asks; empty for everybody
/// @param request the id of the request that is shown whole; empty for none
record RequestFilter(Which which, String who, String request) {

    static final String PATH = "access/requests";

    /// Which of them by what has become of them.
    enum Which {
        WAITING("Waiting"),
        ANSWERED("Answered"),
        ALL("All");

        private final String words;

        Which(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        Set<State> states() {
            return switch (this) {
                case WAITING -> EnumSet.of(State.WAITING);
                case ANSWERED -> EnumSet.complementOf(EnumSet.of(State.WAITING));
                case ALL -> EnumSet.allOf(State.class);
            };
        }
    }

    /// What an address asks for; what it says wrongly is left open.
    static RequestFilter of(QueryParameters asked) {
        return new RequestFilter(
                AddressParameters.choice(asked, "state", Which.WAITING),
                AddressParameters.text(asked, "who"),
                AddressParameters.text(asked, "request"));
    }

    RequestFilter with(Which other) {
        return new RequestFilter(other, who, "");
    }

    RequestFilter with(String other) {
        return new RequestFilter(which, other.strip(), "");
    }

    RequestFilter showing(UUID id) {
        return new RequestFilter(which, who, id.toString());
    }

    RequestFilter closed() {
        return new RequestFilter(which, who, "");
    }

    /// The request that is shown whole, where the address names one.
    Optional<UUID> shown() {
        try {
            return request.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(request));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    QueryParameters parameters() {
        return chosen().all();
    }

    /// The page with this filter, relative to the portal's root.
    String address() {
        return chosen().address(PATH);
    }

    private AddressParameters chosen() {
        return new AddressParameters()
                .with("state", which, Which.WAITING)
                .with("who", who)
                .with("request", request);
    }
}
