package dev.portico.search.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;

/// Where documents stand in a view of the index, by type and id, each looked for once: relations name the same
/// documents over and over.
final class Places {

    /// How many are kept for one view, some ten megabytes.
    private static final int MOST = 100_000;

    private static final int NOWHERE = -1;

    private final PerView<String, Integer> known = new PerView<>();

    /// The ids of the documents that are among others.
    ///
    /// @param readable a bit for each document of the view
    Set<String> among(IndexSearcher searcher, String type, Collection<String> ids, FixedBitSet readable)
            throws IOException {
        Map<String, Integer> places = known.of(searcher.getIndexReader());
        Set<String> among = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String id : ids) {
            Integer place = places.get(Names.key(type, id));
            if (place == null) {
                unknown.add(id);
            } else if (place != NOWHERE && readable.get(place)) {
                among.add(id);
            }
        }
        if (!unknown.isEmpty()) {
            Map<String, Integer> found = Lookup.all(searcher, type, unknown);
            for (String id : unknown) {
                int place = found.getOrDefault(id, NOWHERE);
                if (places.size() < MOST) {
                    places.put(Names.key(type, id), place);
                }
                if (place != NOWHERE && readable.get(place)) {
                    among.add(id);
                }
            }
        }
        return among;
    }
}
