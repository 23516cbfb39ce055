package dev.portico.access.ui.tokens;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.TokenQuery;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which tokens the page lists: all that stands in the address. Without anything there, those that count.
///
/// @param text  what stands in a token's name, in its owner's, or at the beginning of its text; empty for any
/// @param space a space that they are limited to; empty for any
/// @param owner the name of the account that they act as; empty for any
record TokenFilter(String text, TokenQuery.Kind kind, TokenQuery.State state, String space, String owner) {

    static final String PATH = "access/tokens";

    static final TokenFilter NONE = new TokenFilter("", TokenQuery.Kind.ANY, TokenQuery.State.LIVING, "", "");

    /// What an address asks for; what it says wrongly is left open.
    static TokenFilter of(QueryParameters asked) {
        return new TokenFilter(
                text(asked, "q"),
                named(TokenQuery.Kind.values(), text(asked, "kind"), NONE.kind),
                named(TokenQuery.State.values(), text(asked, "state"), NONE.state),
                text(asked, "space"),
                text(asked, "owner"));
    }

    TokenFilter withText(String other) {
        return new TokenFilter(other.strip(), kind, state, space, owner);
    }

    TokenFilter withKind(TokenQuery.Kind other) {
        return new TokenFilter(text, other, state, space, owner);
    }

    TokenFilter withState(TokenQuery.State other) {
        return new TokenFilter(text, kind, other, space, owner);
    }

    TokenFilter withSpace(@Nullable String other) {
        return new TokenFilter(text, kind, state, other == null ? "" : other, owner);
    }

    TokenFilter withOwner(String other) {
        return new TokenFilter(text, kind, state, space, other);
    }

    boolean narrows() {
        return !equals(NONE);
    }

    TokenQuery query() {
        return new TokenQuery(text, kind, state, space, owner);
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "q", text);
        put(parameters, "kind", kind == NONE.kind ? "" : word(kind));
        put(parameters, "state", state == NONE.state ? "" : word(state));
        put(parameters, "space", space);
        put(parameters, "owner", owner);
        return QueryParameters.simple(parameters);
    }

    /// The page with this filter, relative to the portal's root.
    String address() {
        String query = parameters().getQueryString();
        return query.isEmpty() ? PATH : PATH + '?' + query;
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
