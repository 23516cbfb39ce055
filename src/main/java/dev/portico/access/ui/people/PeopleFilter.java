package dev.portico.access.ui.people;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.PeopleQuery;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
                text(asked, "q"),
                named(State.values(), text(asked, "state"), State.ANY),
                named(SignIn.values(), text(asked, "sign-in"), SignIn.ANY),
                text(asked, "role"));
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
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "q", text);
        put(parameters, "state", state == State.ANY ? "" : word(state));
        put(parameters, "sign-in", signIn == SignIn.ANY ? "" : word(signIn));
        put(parameters, "role", role);
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    private static String text(QueryParameters asked, String name) {
        return asked.getSingleParameter(name).orElse("");
    }

    private static <T extends Enum<T>> T named(T[] values, String word, T otherwise) {
        return Arrays.stream(values)
                .filter(value -> word(value).equals(word))
                .findFirst()
                .orElse(otherwise);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
