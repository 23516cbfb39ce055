package dev.portico.access.ui.people;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.PeopleQuery;
import dev.portico.look.AddressParameters;
import org.jspecify.annotations.Nullable;

/// Which people the page lists: all that stands in the address.
///
/// @param text what stands in a name or in a mail address; empty for any
/// @param role a role that they hold; empty for any
record PeopleFilter(String text, State state, SignIn signIn, String role) {

    static final String PATH = "access/people";

    static final PeopleFilter NONE = new PeopleFilter("", State.ANY, SignIn.ANY, "");

    /// Whether they may sign in.
    enum State {
        ANY("Any state", null),
        ON("Enabled", true),
        OFF("Disabled", false);

        private final String words;
        private final @Nullable Boolean enabled;

        State(String words, @Nullable Boolean enabled) {
            this.words = words;
            this.enabled = enabled;
        }

        String words() {
            return words;
        }
    }

    /// By what they sign in.
    enum SignIn {
        ANY("Any sign-in", null),
        LOCAL("Password", true),
        PROVIDER("Provider", false);

        private final String words;
        private final @Nullable Boolean local;

        SignIn(String words, @Nullable Boolean local) {
            this.words = words;
            this.local = local;
        }

        String words() {
            return words;
        }
    }

    /// What an address asks for; what it says wrongly is left open.
    static PeopleFilter of(QueryParameters asked) {
        return new PeopleFilter(
                AddressParameters.text(asked, "q"),
                AddressParameters.choice(asked, "state", State.ANY),
                AddressParameters.choice(asked, "sign-in", SignIn.ANY),
                AddressParameters.text(asked, "role"));
    }

    PeopleFilter withText(String other) {
        return new PeopleFilter(other.strip(), state, signIn, role);
    }

    PeopleFilter withState(State other) {
        return new PeopleFilter(text, other, signIn, role);
    }

    PeopleFilter withSignIn(SignIn other) {
        return new PeopleFilter(text, state, other, role);
    }

    PeopleFilter withRole(@Nullable String other) {
        return new PeopleFilter(text, state, signIn, other == null ? "" : other);
    }

    boolean narrows() {
        return !equals(NONE);
    }

    PeopleQuery query() {
        return new PeopleQuery(text, state.enabled, signIn.local, role);
    }

    QueryParameters parameters() {
        return new AddressParameters()
                .with("q", text)
                .with("state", state, State.ANY)
                .with("sign-in", signIn, SignIn.ANY)
                .with("role", role)
                .all();
    }
}
