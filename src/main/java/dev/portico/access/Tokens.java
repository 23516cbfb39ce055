package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tokens for programs: personal ones act as their owner, service tokens have roles of their own.
///
/// A token's text is shown once, when it is made; the database holds its SHA-256. It ends after 90 days at most. A
/// personal token never may more than its owner may at that moment, and scopes narrow it further.
public interface Tokens {

    /// Makes a token. A personal one takes `access.token.own`, a service token `access.token.manage`, everywhere
    /// or in each of the spaces that are to limit it. The scopes, spaces and roles asked for may not exceed what
    /// the reader holds, so a token cannot make a mightier one. Nor one that counts longer: what a token makes
    /// ends when it does, by time or by being revoked.
    ///
    /// @throws Refusal.Conflict     where a living token of this owner has the name
    /// @throws Refusal.InvalidInput where the name, a role, a scope or the life does not fit
    /// @throws Refusal.NotFound     where there is no such space that the reader may know of
    NewToken create(Reader reader, TokenRequest request);

    /// How many tokens one call lists at most.
    int LONGEST_LIST = 500;

    /// The living and the ended tokens of the reader's own account, newest first. Takes no permission, but a token with
    /// scopes needs `access.token.own` among them, and one that spaces limit knows of those in them alone.
    ///
    /// @param after the token after which to go on; null to begin
    /// @param limit how many at most, 1 to [#LONGEST_LIST]
    List<TokenSummary> own(Reader reader, @Nullable UUID after, int limit);

    /// The newest of them.
    default List<TokenSummary> own(Reader reader) {
        return own(reader, null, LONGEST_LIST);
    }

    /// All tokens, newest first; takes `access.token.manage`. Who holds it in a space alone sees those that are limited
    /// to it.
    ///
    /// @param after the token after which to go on; null to begin
    /// @param limit how many at most, 1 to [#LONGEST_LIST]
    default List<TokenSummary> all(Reader reader, @Nullable UUID after, int limit) {
        return find(reader, TokenQuery.ALL, after, limit);
    }

    /// Those of all tokens that a query means; as [#all(Reader, UUID, int)].
    List<TokenSummary> find(Reader reader, TokenQuery query, @Nullable UUID after, int limit);

    /// The names of the roles in force that the reader may know of, in order, for whoever makes service tokens; takes
    /// `access.token.manage`. Whether they may give one shows when they try.
    List<String> roles(Reader reader);

    /// Ends a token for good; within a second nothing accepts it any more. What was made by it ends with it. One's own
    /// takes no permission (a token with scopes needs `access.token.own` among them), another's takes
    /// `access.token.manage`. Revoking an ended token does nothing.
    ///
    /// @throws Refusal.NotFound where there is none that the reader may know of
    void revoke(Reader reader, UUID id);
}
