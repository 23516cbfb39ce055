package dev.portico.access;

import java.util.Collection;

/// Ends tokens that were found where they should not be: in a repository, a log, a chat.
public interface LeakedTokens {

    /// How many texts one report may hold.
    int MOST = 100;

    /// Ends each of the tokens whose text is among these, with what was made by it. Whoever has the text may do far
    /// worse with it, so nobody is asked who they are. Nothing is told of which of them counted. Each end is
    /// audited.
    ///
    /// @param address where the report came from, by which reports are counted
    /// @throws dev.portico.kernel.Refusal.TooMany where that address reported too often
    void report(Collection<String> texts, String address);
}
