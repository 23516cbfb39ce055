package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.UUID;

/// The accounts that people sign in with: local ones with a password, and those that an OIDC provider vouches for.
///
/// Managing them takes `access.account.manage`, and nobody gives a role that allows more than they may do themselves.
/// One enabled admin always remains, also when two people remove the last two at the same moment. Each change writes
/// its audit row in the same transaction and ends what it takes away within a second; each refused attempt at one is
/// audited too. What everybody may with their own account, a token with scopes may where `access.account.own` is among
/// them.
public interface Accounts {

    /// How many accounts one call lists at most.
    int LONGEST_LIST = 500;

    /// Accounts in the order of their names.
    ///
    /// @param after the name after which to go on; empty to begin
    /// @param limit how many at most, 1 to [#LONGEST_LIST]
    /// @throws Refusal.Forbidden where the reader may not manage accounts
    List<AccountSummary> list(Reader reader, String after, int limit);

    /// One account; one's own needs no permission.
    ///
    /// @throws Refusal.NotFound  where there is none
    /// @throws Refusal.Forbidden where it is another's and the reader may not manage accounts
    AccountSummary account(Reader reader, UUID id);

    /// Makes a local account.
    ///
    /// @throws Refusal.Conflict     where the name is taken
    /// @throws Refusal.InvalidInput where the name, a role or the password does not fit
    /// @throws Refusal.Forbidden    where the reader may not, or holds less than a role would give
    AccountSummary create(Reader reader, NewAccount account);

    /// Changes what is set in the edit. Disabling an account signs it out everywhere and stops its tokens.
    ///
    /// @throws Refusal.Conflict  where no enabled admin would remain
    /// @throws Refusal.Forbidden where the reader may not, or holds less than a role would give or takes away
    AccountSummary change(Reader reader, UUID id, AccountEdit edit);

    /// Gives a local account a new password and signs it out everywhere.
    ///
    /// @throws Refusal.InvalidInput where the password does not fit, or the account signs in through a provider
    void resetPassword(Reader reader, UUID id, String password);

    /// Changes one's own password, which takes the present one, and signs the account out everywhere.
    ///
    /// @throws Refusal.InvalidInput where the present password is wrong or the new one does not fit
    /// @throws Refusal.TooMany      where wrong ones were tried too often
    void changeOwnPassword(Reader reader, String present, String next);

    /// Removes an account for good, with its tokens and its sessions. What it did stays in the audit log. Disabling
    /// keeps it instead.
    ///
    /// @throws Refusal.Conflict  where no enabled admin would remain
    /// @throws Refusal.NotFound  where there is none
    /// @throws Refusal.Forbidden where the reader may not, or holds less than a role that goes with it
    void remove(Reader reader, UUID id);

    /// Ends every session of an account; one's own needs no permission. Tokens stay.
    void signOutEverywhere(Reader reader, UUID id);
}
