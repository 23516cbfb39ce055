package dev.portico.search.internal;

import dev.portico.access.Condition;
import dev.portico.kernel.Reader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.search.Query;

/// What conditions mean as queries, kept for those who ask: a page of a list asks for the same one four times, and the
/// next page again. The same query object is found again by what is kept for it without being compared part by part.
///
/// A reader is a part of the key as they are, with their groups and roles, and so is the condition with the owners of
/// the spaces that it speaks of: where either changes, another is asked for. So nothing is ever forgotten for being
/// wrong.
final class Compiled {

    private static final int MOST = 1_000;

    private final ConcurrentMap<Asked, Query> known = new ConcurrentHashMap<>();

    /// Makes a query where none is known.
    @FunctionalInterface
    interface Compiling {
        Query query();
    }

    Query of(Condition condition, String type, Reader reader, Compiling compiling) {
        Asked asked = new Asked(condition, type, reader);
        Query found = known.get(asked);
        if (found == null) {
            found = compiling.query();
            if (KeyWeight.of(found) <= KeyWeight.MOST) {
                if (known.size() >= MOST) {
                    known.clear();
                }
                known.put(asked, found);
            }
        }
        return found;
    }

    private record Asked(Condition condition, String type, Reader reader) {}
}
