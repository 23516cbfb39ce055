package dev.portico.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pieces that are remembered give the same words as the whole text does.
final class CutterTest {

    private static final String[] PIECES = {
        "fareEngine",
        "fare-engine",
        "Müller's",
        "—",
        "...",
        "Wi-Fi",
        "2nd",
        "v2.1",
        "the",
        "running",
        "\uD83D\uDE86",
        "\uD83D",
        "x".repeat(300)
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fareEngine           | fareengine= fare engine
            Runs the fare-engine | runs the fareengine= fare engine
            Müller's             | muller
            """)
    void a_text_is_cut_at_spaces_punctuation_and_changes_of_case(String text, String words) {
        assertThat(Analysis.PLAIN.cut(text).stream().map(word -> word.term().utf8ToString()))
                .containsExactlyInAnyOrder(words.replace("=", "").split(" ", -1));
    }

    @Test
    void a_word_that_stands_for_its_neighbours_takes_no_place_of_its_own() {
        assertThat(Analysis.PLAIN.cut("fare-engine").stream()
                        .filter(Cutter.Word::beside)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void texts_of_any_pieces_have_the_words_that_the_analyzer_finds_in_the_whole() throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            String text = Stream.generate(() -> PIECES[random.nextInt(PIECES.length)])
                    .limit(random.nextInt(12))
                    .collect(Collectors.joining(random.nextBoolean() ? " " : "\n\t"));

            assertThat(Analysis.STEMS.cut(text).stream().map(word -> word.term().utf8ToString()))
                    .as(text)
                    .containsExactlyElementsOf(analyzed(text));
        }
    }

    @Test
    void what_is_remembered_is_bounded_and_right() {
        for (int number = 0; number < 25_000; number++) {
            String word = Integer.toString(number, 36).replaceAll("[0-9]", "q") + "ing";
            assertThat(Analysis.PLAIN.cut(word))
                    .hasSize(1)
                    .allMatch(cut -> cut.term().utf8ToString().equals(word));
        }
    }

    private static List<String> analyzed(String text) throws IOException {
        List<String> words = new ArrayList<>();
        try (Analyzer analyzer = Analysis.stems(List.of());
                TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(new BytesRef(term).utf8ToString());
            }
            stream.end();
        }
        return words;
    }
}
