package dev.portico.api.backstage;

import dev.portico.access.Readers;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.search.Hit;
import dev.portico.search.Page;
import dev.portico.search.Results;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Reads pages in parts of a few hundred entities. Each part is read in the name of the reader at that moment, so that
/// a token which is revoked meanwhile reads nothing more.
@Component
final class Parts {

    /// How many entities are read at once.
    static final int PART = 500;

    /// How large a page grows, in bytes, before it ends where the next one goes on; the last part may go beyond.
    private static final long MOST_BYTES = 32 << 20;

    private final Search search;
    private final Readers readers;
    private final int part;
    private final long mostBytes;

    @Autowired
    Parts(Search search, Readers readers) {
        this(search, readers, PART, MOST_BYTES);
    }

    Parts(Search search, Readers readers, int part, long mostBytes) {
        this.part = part;
        this.search = search;
        this.readers = readers;
        this.mostBytes = mostBytes;
    }

    /// A part of a list, for the reader as it is now.
    ///
    /// @param began the reader that the request began with
    Results part(SearchQuery query, Reader began) {
        Reader now = readers.current();
        if (now.equals(Reader.anonymous()) && !began.equals(now)) {
            throw new Refusal.Forbidden(
                    "catalog.entity.read", "What the request was signed in with no longer counts; sign in again.");
        }
        return search.find(query, now);
    }

    /// A page, which is shorter than asked for where its entities are many bytes. More is found behind it then.
    Results page(Function<Page, SearchQuery> list, Page page, Reader began) {
        Results first = part(list.apply(head(page)), began);
        Results found = first;
        List<Hit> hits = new ArrayList<>(found.hits());
        long bytes = bytes(found);
        while (found.more() && !found.hits().isEmpty() && hits.size() < page.limit() && bytes < mostBytes) {
            int some = Math.min(part, page.limit() - hits.size());
            if (page.before() == null) {
                found = part(list.apply(Page.after(hits.getLast().place(), some)), began);
                hits.addAll(found.hits());
            } else {
                found = part(list.apply(Page.before(hits.getFirst().place(), some)), began);
                hits.addAll(0, found.hits());
            }
            bytes += bytes(found);
        }
        return new Results(hits, first.total(), found.more(), first.loose());
    }

    private Page head(Page page) {
        return new Page(page.offset(), Math.min(page.limit(), part), page.after(), page.before());
    }

    private static long bytes(Results results) {
        return results.hits().stream().mapToLong(hit -> hit.json().length()).sum();
    }
}
