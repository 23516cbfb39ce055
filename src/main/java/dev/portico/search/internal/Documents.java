package dev.portico.search.internal;

import dev.portico.access.Wanted;
import dev.portico.search.Json;
import dev.portico.search.internal.Cutter.Word;
import dev.portico.search.sources.DocumentField;
import dev.portico.search.sources.DocumentText;
import dev.portico.search.sources.SearchDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/// What becomes of a document in Lucene.
final class Documents {

    private static final FieldType WORDS = words();

    private Documents() {}

    /// @param listed  the paths, in lower case, that have doc values of their own
    /// @param guarded the paths, in lower case, at which there may be guarded values
    /// @param more    fields that other modules add
    static Document of(
            String type, SearchDocument document, Set<String> listed, Set<String> guarded, List<DocumentField> more) {
        Document lucene = new Document();
        lucene.add(new StringField(Names.KEY, Names.key(type, document.id()), Field.Store.NO));
        lucene.add(new StringField(Names.TYPE, type, Field.Store.NO));
        lucene.add(new BinaryDocValuesField(Names.KEY, new BytesRef(Names.key(type, document.id()))));
        lucene.add(new SortedDocValuesField(Names.ID, new BytesRef(document.id())));
        lucene.add(new BinaryDocValuesField(Names.JSON, bytes(document.json())));
        lucene.add(new BinaryDocValuesField(Names.SUMMARY, bytes(document.summary())));
        lucene.add(new BinaryDocValuesField(Names.TEXTS, Texts.write(document.texts())));
        Fields fields = new Fields(lucene, listed, guarded);
        document.fields().forEach(fields::add);
        more.forEach(fields::add);
        fields.finish();
        texts(lucene, document.texts());
        return lucene;
    }

    /// Words and stems by role, and once more for all roles together, which only says what there is.
    private static void texts(Document lucene, List<DocumentText> texts) {
        Map<String, List<Word>> words = new HashMap<>();
        Set<BytesRef> anyPlain = new HashSet<>();
        Set<BytesRef> anyStem = new HashSet<>();
        for (DocumentText text : texts) {
            DocumentText.Role role = text.role();
            add(words, Names.stems(role), Analysis.STEMS.cut(text.text()), anyStem);
            if (role != DocumentText.Role.BODY) {
                add(words, Names.plain(role), Analysis.PLAIN.cut(text.text()), anyPlain);
            }
            if (role == DocumentText.Role.NAME || role == DocumentText.Role.TITLE) {
                lucene.add(new StringField(Names.whole(role), Names.shown(Names.lower(text.text())), Field.Store.NO));
            }
        }
        words.forEach((field, all) -> lucene.add(new Field(field, new CutWords(all), WORDS)));
        anyPlain.forEach(word -> lucene.add(new StringField(Names.ANY_PLAIN, word, Field.Store.NO)));
        anyStem.forEach(word -> lucene.add(new StringField(Names.ANY_STEM, word, Field.Store.NO)));
    }

    private static void add(Map<String, List<Word>> words, String field, List<Word> found, Set<BytesRef> any) {
        words.computeIfAbsent(field, none -> new ArrayList<>()).addAll(found);
        found.forEach(word -> any.add(word.term()));
    }

    private static BytesRef bytes(Json json) {
        return new BytesRef(json.bytes());
    }

    private static FieldType words() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    /// The values by path, each written once.
    private static final class Fields {

        private final Document lucene;
        private final Set<String> listed;
        private final Set<String> guardedPaths;
        private final Set<DocumentField> guarded = new LinkedHashSet<>();
        private final Set<String> paths = new LinkedHashSet<>();
        private final Set<String> filled = new HashSet<>();
        private final Set<String> values = new LinkedHashSet<>();
        private final Set<String> exact = new LinkedHashSet<>();
        private final Set<String> folded = new LinkedHashSet<>();
        private final Set<String> present = new LinkedHashSet<>();
        private final Set<String> counted = new LinkedHashSet<>();
        private final Map<String, Set<String>> listedValues = new HashMap<>();

        Fields(Document lucene, Set<String> listed, Set<String> guardedPaths) {
            this.lucene = lucene;
            this.listed = listed;
            this.guardedPaths = guardedPaths;
        }

        void add(DocumentField field) {
            String path = Names.path(field.path());
            if (field.guarded()) {
                guarded.add(field);
            } else if (guardedPaths.contains(path)) {
                put(Names.open(path), new DocumentField(Names.open(path), field.value(), true, false));
            }
            put(path, field);
        }

        private void put(String path, DocumentField field) {
            paths.add(path);
            String value = field.value();
            if (value == null) {
                return;
            }
            filled.add(path);
            values.add(Names.value(path, value));
            pieces(path, value);
            counted.add(Names.counted(path, value));
            if (!field.derived()) {
                exact(field.path(), value);
            }
            if (listed.contains(path)) {
                listedValues.computeIfAbsent(path, any -> new LinkedHashSet<>()).add(Names.shown(value));
            }
        }

        /// What rights are decided by.
        private void exact(String path, String value) {
            exact.add(Names.exact(path, value));
            if (Wanted.mayFold(path)) {
                folded.add(Names.exact(path, Wanted.folded(value)));
            }
            if (Wanted.mayAskPresence(path)) {
                present.add(Names.present(path));
            }
        }

        private void pieces(String path, String value) {
            if (!Names.isLong(value)) {
                return;
            }
            lucene.add(new StringField(Names.LONG_VALUES, Names.longValue(path, value), Field.Store.NO));
            int step = Names.LONGEST - Names.LONGEST_PART;
            for (int start = step; start < value.length(); start += step) {
                String piece = value.substring(start, Math.min(value.length(), start + Names.LONGEST));
                lucene.add(new StringField(Names.PIECES, Names.prefix(path, piece), Field.Store.NO));
            }
        }

        void finish() {
            if (!guarded.isEmpty()) {
                lucene.add(new BinaryDocValuesField(Names.GUARDED, Guard.write(guarded)));
            }
            terms(Names.PATHS, paths);
            paths.removeAll(filled);
            terms(Names.VOID, paths);
            terms(Names.VALUES, values);
            terms(Names.EXACT, exact);
            terms(Names.FOLDED, folded);
            terms(Names.PRESENT, present);
            counted.forEach(value -> lucene.add(new SortedSetDocValuesField(Names.ANY, new BytesRef(value))));
            listedValues.forEach((path, all) -> {
                String smallest =
                        all.stream().map(Names::lower).min(Pages.BY_CODE_POINT).orElseThrow();
                lucene.add(new SortedDocValuesField(Names.ordered(path), new BytesRef(smallest)));
                all.forEach(value -> lucene.add(new SortedSetDocValuesField(Names.counted(path), new BytesRef(value))));
            });
        }

        private void terms(String field, Set<String> terms) {
            terms.forEach(term -> lucene.add(new StringField(field, term, Field.Store.NO)));
        }
    }
}
