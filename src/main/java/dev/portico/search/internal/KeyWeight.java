package dev.portico.search.internal;

import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.Accountable;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/// How many bytes a query takes, about, where it is kept as a key. Large ones are not worth keeping: nobody repeats
/// them.
final class KeyWeight extends QueryVisitor {

    /// The largest query that is kept.
    static final long MOST = 16_000;

    private static final long EACH = 100;

    private long bytes;

    private KeyWeight() {}

    static long of(Query query) {
        KeyWeight weight = new KeyWeight();
        query.visit(weight);
        return weight.bytes;
    }

    @Override
    public void consumeTerms(Query query, Term... terms) {
        for (Term term : terms) {
            bytes += EACH + term.bytes().length;
        }
    }

    @Override
    public void consumeTermsMatching(Query query, String field, Supplier<ByteRunAutomaton> automaton) {
        visitLeaf(query);
    }

    @Override
    public void visitLeaf(Query query) {
        bytes += EACH;
        bytes += query instanceof Accountable counted
                ? counted.ramBytesUsed()
                : 2L * query.toString().length();
    }

    @Override
    public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
        bytes += EACH;
        return this;
    }
}
