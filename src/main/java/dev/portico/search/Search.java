package dev.portico.search;

import dev.portico.access.Scope;
import dev.portico.kernel.Reader;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The front door of search. Every answer is within what the reader may read; any thread may ask.
public interface Search {

    /// The documents that the query finds.
    Results find(SearchQuery query, Reader reader);

    /// Counts values at paths over the documents that the query finds, whatever its page.
    ///
    /// @param paths compared without regard to case
    /// @return for each path as asked, its values with counts, ordered by value; empty where no document has it
    Map<String, List<FacetCount>> facets(SearchQuery query, Collection<String> paths, Reader reader);

    /// One document; empty where there is none or the reader may not read it.
    Optional<Hit> document(String type, String id, Reader reader);

    /// Documents by id. Those that do not exist or that the reader may not read are left out.
    Map<String, Hit> documents(String type, Collection<String> ids, Reader reader);

    /// What the words typed so far may mean, best first. The last word may be unfinished.
    ///
    /// @param types the types looked for; empty for all
    /// @param limit 1 to 50
    List<Suggestion> suggest(String typed, Set<String> types, int limit, Reader reader);

    /// Why a document is a hit for the words, most important first; empty where it is none or may not be read.
    List<Reason> reasons(String text, String type, String id, Reader reader);

    /// Documents that lie within the scope of somebody else and that the reader may read, in the order of their ids.
    ///
    /// @param subject whose scope it is
    /// @param scope   what of the type that is, by whatever policy
    /// @param limit   how many to give; the total counts all
    Results reached(String type, Reader subject, Scope scope, int limit, Reader reader);

    /// Returns once this node's index holds everything that was committed before the call.
    ///
    /// @return whether it does; false where it took longer than the patience, or where the index cannot follow
    ///     at the moment: whoever has written is not kept waiting for a disk or a database that is away
    boolean follow(Duration patience);

    /// How this node's index is.
    IndexState state();

    /// Builds the index anew in the background, while the old one answers.
    void rebuild();
}
