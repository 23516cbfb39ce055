package dev.portico.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void numbers_have_separators_and_nouns_their_number() {
        assertThat(Words.number(1_284)).isEqualTo("1,284");
        assertThat(Words.count(1, "problem", "problems")).isEqualTo("1 problem");
        assertThat(Words.count(0, "problem", "problems")).isEqualTo("0 problems");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "38, 38 ms",
        "1000, 1 s",
        "4250, 4.2 s",
        "42900, 42 s",
        "60000, 1 min",
        "7200000, 2 h",
        "172800000, 2 d"
    })
    void a_span_is_said_in_its_largest_unit(long millis, String said) {
        assertThat(Words.span(Duration.ofMillis(millis))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "service, Service",
        "ml-model, ML model",
        "ML_MODEL, ML MODEL",
        "data-etl, Data ETL",
        "ui, UI",
        "mobile-sdk, Mobile SDK",
        "openapi, OpenAPI",
        "grpc, gRPC",
        "grpc-api, gRPC API",
        "uikit, Uikit",
        "'', ''"
    })
    void a_type_is_written_as_people_write_it(String type, String words) {
        assertThat(KindWords.type(type)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, just now",
        "-4, just now",
        "-7200, 2 h ago",
        "300, in 5 min",
        "-90000, 1 d ago",
        "604799, in 7 d",
        "-5340, 1 h ago",
        "-86100, 1 d ago"
    })
    void a_time_is_said_as_its_distance(long seconds, String said) {
        assertThat(RelativeTime.words(NOW.plusSeconds(seconds), NOW)).isEqualTo(said);
    }
}
