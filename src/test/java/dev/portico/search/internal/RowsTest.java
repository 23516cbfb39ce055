package dev.portico.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.search.Order;
import dev.portico.search.Page;
import dev.portico.search.Place;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

final class RowsTest {

    private static final int DOCUMENTS = 400;

    private final Random random = new Random(5);
    private final Rows rows = new Rows();
    private final Ranks ranks = new Ranks();
    private final Matches matches = new Matches();

    @Test
    void a_page_taken_by_walking_is_the_page_that_lucene_finds() throws IOException {
        try (ByteBuffersDirectory folder = new ByteBuffersDirectory()) {
            write(folder);
            try (DirectoryReader reader = DirectoryReader.open(folder)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                for (int question = 0; question < 2_000; question++) {
                    ask(searcher);
                }
            }
        }
    }

    private void ask(IndexSearcher searcher) throws IOException {
        Query query = new TermQuery(new Term("group", "g" + random.nextInt(3)));
        List<Order> orders =
                switch (random.nextInt(4)) {
                    case 0 -> List.of();
                    case 1 -> List.of(order("title"));
                    case 2 -> List.of(order("uid"));
                    default -> List.of(order("title"), order("uid"));
                };
        Ordering ordering = new Ordering(searcher, ranks, orders, false, path -> true);
        Page page = page(orders.size());

        Pages.Found walked =
                rows.page(searcher, ordering, page, matches.of(searcher, query).docs());
        Pages.Found found = Pages.find(searcher, query, ordering, page);

        assertThat(numbers(walked)).as("%s of %s by %s", page, query, orders).isEqualTo(numbers(found));
        assertThat(walked.more()).isEqualTo(found.more());
    }

    private Order order(String path) {
        return new Order(path, random.nextBoolean(), Order.Absent.LAST);
    }

    private Page page(int orders) {
        int limit = 1 + random.nextInt(30);
        Place place = new Place(
                random.ints(orders, 0, 5)
                        .mapToObj(number -> number == 4 ? null : "v" + number + (random.nextBoolean() ? "" : "x"))
                        .toList(),
                "id" + random.nextInt(DOCUMENTS));
        return switch (random.nextInt(3)) {
            case 0 -> Page.from(random.nextInt(200), limit);
            case 1 -> Page.after(place, limit);
            default -> Page.before(place, limit);
        };
    }

    private static List<Integer> numbers(Pages.Found found) {
        return found.docs().stream().map((FieldDoc doc) -> doc.doc).toList();
    }

    private void write(ByteBuffersDirectory folder) throws IOException {
        try (IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig())) {
            for (int number = 0; number < DOCUMENTS; number++) {
                Document document = new Document();
                document.add(new StringField("group", "g" + random.nextInt(3), Field.Store.NO));
                document.add(new StringField("number", "n" + number, Field.Store.NO));
                document.add(new SortedDocValuesField(Names.ID, new BytesRef("id" + number)));
                for (String path : List.of("title", "uid")) {
                    if (random.nextInt(4) > 0) {
                        document.add(
                                new SortedDocValuesField(Names.ordered(path), new BytesRef("v" + random.nextInt(4))));
                    }
                }
                writer.addDocument(document);
                if (random.nextInt(80) == 0) {
                    writer.commit();
                    writer.deleteDocuments(new Term("number", "n" + random.nextInt(number + 1)));
                }
            }
        }
    }
}
