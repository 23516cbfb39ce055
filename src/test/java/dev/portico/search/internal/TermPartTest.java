package dev.portico.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

final class TermPartTest {

    private static final String[] LETTERS = {"a", "b", "ab", "é", "漢", "\uFFEE", "😀", "\0", "\1", "-"};
    private static final String FIELD = "values";

    @Test
    void it_finds_what_lucene_finds_by_prefixes_and_wildcards() throws IOException {
        Random random = new Random(11);
        for (int round = 0; round < 10; round++) {
            try (ByteBuffersDirectory folder = new ByteBuffersDirectory()) {
                write(folder, random);
                try (DirectoryReader reader = DirectoryReader.open(folder)) {
                    IndexSearcher searcher = new Searchers().newSearcher(reader, reader);
                    for (int question = 0; question < 60; question++) {
                        String part = text(random, random.nextInt(4));
                        String path = random.nextBoolean() ? "p\0" : "q\0";
                        same(
                                searcher,
                                TermPart.holding(FIELD, path, part),
                                new WildcardQuery(new Term(FIELD, path + "*" + part + "*")));
                        same(
                                searcher,
                                TermPart.beginning(FIELD, path + part),
                                new PrefixQuery(new Term(FIELD, path + part)));
                    }
                }
            }
        }
    }

    private static void same(IndexSearcher searcher, Query own, Query lucene) throws IOException {
        TopDocs found = searcher.search(own, 1_000);
        TopDocs expected = searcher.search(lucene, 1_000);
        assertThat(found.scoreDocs)
                .as(own::toString)
                .usingRecursiveComparison()
                .ignoringFields("shardIndex")
                .isEqualTo(expected.scoreDocs);
    }

    private static void write(ByteBuffersDirectory folder, Random random) throws IOException {
        try (IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig())) {
            for (int number = 0; number < 300; number++) {
                Document document = new Document();
                for (int value = random.nextInt(4); value > 0; value--) {
                    String path = random.nextBoolean() ? "p\0" : "q\0";
                    document.add(new StringField(FIELD, path + text(random, random.nextInt(6)), Field.Store.NO));
                }
                document.add(new StringField("number", "n" + number, Field.Store.NO));
                writer.addDocument(document);
                if (random.nextInt(60) == 0) {
                    writer.commit();
                    writer.deleteDocuments(new Term("number", "n" + random.nextInt(number + 1)));
                }
            }
        }
    }

    private static String text(Random random, int letters) {
        StringBuilder text = new StringBuilder();
        for (int letter = 0; letter < letters; letter++) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }
}
