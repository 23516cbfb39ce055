package dev.portico.search.internal;

import java.io.IOException;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/// The part of a segment's [Names#ANY] values that belongs to one path: their ordinals are neighbours.
///
/// @param first  the first ordinal
/// @param end    the one behind the last
/// @param prefix how many bytes of each value are the path
record PathRange(long first, long end, int prefix) {

    static PathRange of(SortedSetDocValues values, String path) throws IOException {
        BytesRef prefix = new BytesRef(Names.prefix(path, ""));
        BytesRef behind = BytesRef.deepCopyOf(prefix);
        // The prefix ends in the lowest of all bytes, so that the next one up is behind every value of the path.
        behind.bytes[behind.offset + behind.length - 1]++;
        return new PathRange(insertion(values, prefix), insertion(values, behind), prefix.length);
    }

    boolean holds(long ord) {
        return ord >= first && ord < end;
    }

    String value(BytesRef term) {
        return new BytesRef(term.bytes, term.offset + prefix, term.length - prefix).utf8ToString();
    }

    private static long insertion(SortedSetDocValues values, BytesRef term) throws IOException {
        long ord = values.lookupTerm(term);
        return ord < 0 ? -ord - 1 : ord;
    }
}
