package dev.portico.search.internal;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Documents with a term that begins with a text, or has it somewhere in it, found in [vocabularies][Vocabulary]. Says
/// the same as Lucene's own queries, which take over where a vocabulary would be too large.
final class TermPart extends Query {

    /// What a text that repeats itself takes: the square of the longest that may be looked for.
    private static final int MOST_WORK = 2 * Names.LONGEST_PART * Names.LONGEST_PART;

    /// For all indexes: a segment tells itself from any other.
    private static final Vocabularies VOCABULARIES =
            new Vocabularies(Runtime.getRuntime().maxMemory() / 16);

    private final String field;
    private final String beginning;
    private final String part;
    private final boolean anywhere;

    private TermPart(String field, String beginning, String part, boolean anywhere) {
        this.field = field;
        this.beginning = beginning;
        // As Lucene has it, which keeps no half of a pair of surrogates.
        this.part = new BytesRef(part).utf8ToString();
        this.anywhere = anywhere;
    }

    /// Terms that begin so.
    static Query beginning(String field, String start) {
        return new TermPart(field, "", start, false);
    }

    /// Terms that have the part somewhere behind their beginning.
    static Query holding(String field, String beginning, String part) {
        return new TermPart(field, beginning, part, true);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {

            private @Nullable Weight lucene;

            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                Vocabulary vocabulary = VOCABULARIES.of(leaf.reader(), field, beginning);
                if (vocabulary == null) {
                    return lucene().scorerSupplier(leaf);
                }
                int most = leaf.reader().maxDoc();
                DocIdSetIterator found = anywhere ? vocabulary.holding(part, most) : vocabulary.beginning(part, most);
                return found == null ? null : ConstantScoreScorerSupplier.fromIterator(found, score(), mode, most);
            }

            private synchronized Weight lucene() throws IOException {
                if (lucene == null) {
                    lucene = searcher.createWeight(searcher.rewrite(asLucene()), mode, score());
                }
                return lucene;
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return true;
            }
        };
    }

    private Query asLucene() {
        return anywhere
                ? new WildcardQuery(new Term(field, escaped(beginning) + "*" + escaped(part) + "*"), MOST_WORK)
                : new PrefixQuery(new Term(field, beginning + part));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '*' || character == '?' || character == '\\') {
                escaped.append('\\');
            }
            escaped.append(character);
        }
        return escaped.toString();
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String ignored) {
        return field + ":" + beginning + (anywhere ? "*" : "") + part + "*";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TermPart query
                && anywhere == query.anywhere
                && field.equals(query.field)
                && beginning.equals(query.beginning)
                && part.equals(query.part);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, beginning, part, anywhere);
    }
}
