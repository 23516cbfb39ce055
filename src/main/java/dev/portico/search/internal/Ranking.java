package dev.portico.search.internal;

import dev.portico.search.Reason;
import dev.portico.search.sources.DocumentText.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// What typed words mean, as a query that ranks.
///
/// Each word counts by the best place in which it was found: as it is in a name, a title, a keyword; as a beginning or
/// by its stem there; in a description and in what the document holds; misspelled. A band of points for each of these
/// keeps them apart; within a band, shorter texts and repeated words come first (BM25).
final class Ranking {

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> CALLED = EnumSet.of(Role.NAME, Role.TITLE);
    private static final Set<Role> SHORT = EnumSet.of(Role.NAME, Role.TITLE, Role.KEYWORD);
    private static final int SHORTEST_BEGINNING = 2;
    private static final int SHORTEST_MISSPELLED = 4;
    private static final int TWO_MISTAKES = 8;

    private Ranking() {}

    /// Documents that hold every word, as it is, as a beginning or by its stem.
    static Query strict(String typed) {
        return all(typed, ALL, false, SHORTEST_BEGINNING);
    }

    /// The same documents, without a rank.
    static Query strictly(String typed) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : Analysis.typed(typed)) {
            Query plain = word.length() < SHORTEST_BEGINNING
                    ? new TermQuery(new Term(Names.ANY_PLAIN, word))
                    : TermPart.beginning(Names.ANY_PLAIN, word);
            Query stem = new TermQuery(new Term(Names.ANY_STEM, Analysis.stem(word)));
            query.add(Filters.any(List.of(plain, stem)), Occur.FILTER);
        }
        return query.build();
    }

    /// Of the same documents those that hold the one word in something short, ranked as all of them are ranked: they
    /// come before every other. Null for more than one word, where that is not so.
    static @Nullable Query foremost(String typed) {
        return Analysis.typed(typed).size() == 1 ? all(typed, SHORT, false, SHORTEST_BEGINNING) : null;
    }

    /// Documents that hold at least half of the words, perhaps spelled otherwise.
    static Query loose(String typed) {
        List<String> words = Analysis.typed(typed);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(best(clauses(word, ALL, true)), Occur.SHOULD));
        return query.setMinimumNumberShouldMatch((words.size() + 1) / 2).build();
    }

    /// Documents whose name or title may be meant by what has been typed so far. Whoever typed a word and one letter
    /// more is in the middle of the second.
    static Query called(String typed, boolean misspelled) {
        return all(typed, CALLED, misspelled, 1);
    }

    /// @param shortestEnd how long the last of several words is at least, where it may be a beginning
    private static Query all(String typed, Set<Role> roles, boolean misspelled, int shortestEnd) {
        List<String> words = Analysis.typed(typed);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (int number = 0; number < words.size(); number++) {
            boolean end = number > 0 && number == words.size() - 1;
            int shortest = end ? shortestEnd : SHORTEST_BEGINNING;
            query.add(best(clauses(words.get(number), roles, misspelled, shortest)), Occur.MUST);
        }
        String whole = Names.shown(Names.lower(typed.strip()));
        query.add(points(new TermQuery(new Term(Names.whole(Role.NAME), whole)), 300), Occur.SHOULD);
        query.add(points(new TermQuery(new Term(Names.whole(Role.TITLE), whole)), 280), Occur.SHOULD);
        query.add(points(TermPart.beginning(Names.whole(Role.NAME), whole), 25), Occur.SHOULD);
        query.add(points(TermPart.beginning(Names.whole(Role.TITLE), whole), 25), Occur.SHOULD);
        return query.build();
    }

    private static Query best(List<Clause> clauses) {
        return new DisjunctionMaxQuery(clauses.stream().map(Clause::query).toList(), 0);
    }

    /// The ways in which a word can be found.
    static List<Clause> clauses(String word, Set<Role> roles, boolean misspelled) {
        return clauses(word, roles, misspelled, SHORTEST_BEGINNING);
    }

    private static List<Clause> clauses(String word, Set<Role> roles, boolean misspelled, int shortestBeginning) {
        List<Clause> clauses = new ArrayList<>();
        String stem = Analysis.stem(word);
        for (Role role : roles) {
            if (role != Role.BODY) {
                clauses.add(exact(role, word));
                if (word.length() >= shortestBeginning) {
                    clauses.add(beginning(role, word));
                }
            }
            clauses.add(stem(role, stem));
            if (misspelled && role != Role.BODY && word.length() >= SHORTEST_MISSPELLED) {
                clauses.add(alike(role, word));
            }
        }
        return clauses;
    }

    static List<Clause> clauses(String word) {
        return clauses(word, ALL, true);
    }

    private static Clause exact(Role role, String word) {
        Query term = new TermQuery(new Term(Names.plain(role), word));
        Query ranked =
                switch (role) {
                    case NAME -> banded(term, 100);
                    case TITLE -> banded(term, 95);
                    case KEYWORD -> banded(term, 45);
                    case DESCRIPTION, BODY -> banded(term, 10);
                };
        return new Clause(Reason.Match.EXACT, role, ranked);
    }

    private static Clause beginning(Role role, String word) {
        Query prefix = TermPart.beginning(Names.plain(role), word);
        float points =
                switch (role) {
                    case NAME -> 42;
                    case TITLE -> 41;
                    case KEYWORD -> 38;
                    case DESCRIPTION, BODY -> 8;
                };
        return new Clause(Reason.Match.PREFIX, role, points(prefix, points));
    }

    private static Clause stem(Role role, String stem) {
        Query term = new TermQuery(new Term(Names.stems(role), stem));
        Query ranked =
                switch (role) {
                    case NAME -> points(term, 40);
                    case TITLE -> points(term, 39);
                    case KEYWORD -> points(term, 37);
                    case DESCRIPTION -> banded(term, 6);
                    case BODY -> banded(term, 3);
                };
        return new Clause(Reason.Match.STEM, role, ranked);
    }

    private static Clause alike(Role role, String word) {
        int mistakes = word.length() >= TWO_MISTAKES ? 2 : 1;
        Query fuzzy = new FuzzyQuery(new Term(Names.plain(role), word), mistakes, 1);
        float points =
                switch (role) {
                    case NAME -> 3;
                    case TITLE -> 2.9f;
                    case KEYWORD -> 1.5f;
                    case DESCRIPTION, BODY -> 0.5f;
                };
        return new Clause(Reason.Match.SPELLED_ALIKE, role, points(fuzzy, points));
    }

    private static Query points(Query query, float points) {
        return new BoostQuery(new ConstantScoreQuery(query), points);
    }

    private static Query banded(Query ranked, float points) {
        return new BooleanQuery.Builder()
                .add(points(ranked, points), Occur.MUST)
                .add(ranked, Occur.SHOULD)
                .build();
    }

    /// One way in which a word can be found.
    record Clause(Reason.Match match, Role role, Query query) {}
}
