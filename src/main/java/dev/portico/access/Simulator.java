package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;

/// Says what people could do, by the policy in force or by a draft: how much of something, and who of all. What one
/// decision would be and why, [Explanations] says. All of it comes out of the one evaluator.
///
/// About oneself and one's own tokens by the policy in force it takes no permission; everything else takes
/// `access.policy.read` without a condition, and a token that is not one's own `access.token.manage` too.
public interface Simulator {

    /// How much somebody could act on, counted by the index, with a sample; of what the reader may read.
    ///
    /// @throws Refusal.InvalidInput where the permission is about nothing that can be counted
    /// @throws Refusal.NotFound     where there is no such permission, account, token or policy for the reader
    /// @throws Refusal.Forbidden    where the reader may not ask
    Reach reach(Reader reader, ReachQuestion question);

    /// Who may do something. The thing has to be one that the reader may read. Asks the evaluator for every account and
    /// every service token: two thousand take some tenths of a second.
    ///
    /// @throws Refusal.NotFound  where there is no such permission, thing or policy for the reader
    /// @throws Refusal.Forbidden where the reader may not ask
    Holders holders(Reader reader, HolderQuestion question);

    /// Accounts and tokens that can be asked about, for somebody who types: those whose name, or owner, has the
    /// words in it. Oneself alone where the reader may ask about nobody else.
    ///
    /// @param limit how many to give at most
    List<Party> parties(Reader reader, String typed, int limit);

    /// Somebody who can be asked about, by their subject.
    ///
    /// @param subject of an account or a token: `account:jane`, `token:ci`, `token:jane/laptop`
    /// @throws Refusal.NotFound  where there is none for the reader
    /// @throws Refusal.Forbidden where the reader may not ask about them
    Party party(Reader reader, String subject);

    /// Whether things can be named that a permission is asked about.
    ///
    /// @throws Refusal.NotFound where there is no such permission
    boolean takesThing(String permission);

    /// Ids of things that a permission can be asked about, of those that the reader may read, for somebody who types.
    ///
    /// @param limit how many to give at most
    List<String> things(Reader reader, String permission, String typed, int limit);
}
