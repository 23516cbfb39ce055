package dev.portico.access.ui.tokens;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.TokenQuery;
import dev.portico.look.AddressParameters;
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
                AddressParameters.text(asked, "q"),
                AddressParameters.choice(asked, "kind", NONE.kind),
                AddressParameters.choice(asked, "state", NONE.state),
                AddressParameters.text(asked, "space"),
                AddressParameters.text(asked, "owner"));
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
        return chosen().all();
    }

    /// The page with this filter, relative to the portal's root.
    String address() {
        return chosen().address(PATH);
    }

    private AddressParameters chosen() {
        return new AddressParameters()
                .with("q", text)
                .with("kind", kind, NONE.kind)
                .with("state", state, NONE.state)
                .with("space", space)
                .with("owner", owner);
    }
}
