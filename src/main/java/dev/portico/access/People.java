package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;

/// The accounts with who stands behind them and what they hold, for whoever manages accounts: to look through, and one
/// by its name. All of it takes `access.account.manage`. Of the catalog and of roles in spaces it tells what the reader
/// may know of.
public interface People {

    /// How many are given at once at most.
    int LONGEST_LIST = 100;

    /// Those that a query means, in the order of their names.
    ///
    /// @param from  how many of them to pass over
    /// @param limit how many at most, 1 to [#LONGEST_LIST]
    /// @throws Refusal.Forbidden where the reader may not manage accounts
    List<Person> find(Reader reader, PeopleQuery query, int from, int limit);

    /// How many a query means.
    int count(Reader reader, PeopleQuery query);

    /// One of them.
    ///
    /// @param account the account's name
    /// @throws Refusal.NotFound where there is none of that name
    Person person(Reader reader, String account);

    /// The names of the roles that the reader may know of, in their order. Whether they may give one shows when they
    /// try.
    List<String> roles(Reader reader);
}
