package dev.portico.access;

import dev.portico.kernel.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The drafts that people work on, several at a time. Each has a number of its own and stays until it is published or
/// given up, however many others are begun.
///
/// A draft is its maker's. Others see it who may see every role.
public interface Drafts {

    /// How many drafts one call lists at most.
    int LONGEST_LIST = 100;

    /// The drafts that the reader may see, newest first.
    ///
    /// @throws dev.portico.kernel.Refusal.Forbidden where the reader may see no role at all
    List<PolicySummary> list(Reader reader);

    /// How many drafts the reader may see, be it more than one call lists.
    ///
    /// @throws dev.portico.kernel.Refusal.Forbidden where the reader may see no role at all
    int count(Reader reader);

    /// Who discarded a draft, by subject; empty where there is or was no such draft that the reader could see, where it
    /// was published, or where the trail tells of it no more.
    ///
    /// @throws dev.portico.kernel.Refusal.Forbidden where the reader may see no role at all
    Optional<String> discarded(Reader reader, int number);

    /// In how many roles each of these drafts differs from the policy in force, of the roles that the reader
    /// may see; by the draft's number. Reads every draft as a whole.
    Map<Integer, Integer> changes(Reader reader);
}
