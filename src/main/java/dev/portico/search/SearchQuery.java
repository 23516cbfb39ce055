package dev.portico.search;

import java.util.List;
import java.util.Set;

/// A question to the index.
///
/// @param types    the types of documents looked for; empty for all
/// @param filter   what they have to be like
/// @param text     words to look for, as a person types them; blank for none
/// @param orders   what to order by, the first one most; none orders by relevance where there is text, else by id
/// @param page     which of the hits to give
/// @param snippets whether the hits come with the passages that the words were found in
/// @param whole    whether the hits come with the documents themselves, and not with their summaries alone
public record SearchQuery(
        Set<String> types, Filter filter, String text, List<Order> orders, Page page, boolean snippets, boolean whole) {

    public SearchQuery {
        types = Set.copyOf(types);
        text = text.strip();
        orders = List.copyOf(orders);
    }

    /// A question for documents with their summaries.
    public SearchQuery(Set<String> types, Filter filter, String text, List<Order> orders, Page page, boolean snippets) {
        this(types, filter, text, orders, page, snippets, true);
    }

    /// The same question for summaries alone: half the work, where a reader may know of some relations only.
    public SearchQuery summaries() {
        return new SearchQuery(types, filter, text, orders, page, snippets, false);
    }

    /// The documents of a type that meet a filter, in an order.
    public static SearchQuery list(String type, Filter filter, List<Order> orders, Page page) {
        return new SearchQuery(Set.of(type), filter, "", orders, page, false);
    }
}
