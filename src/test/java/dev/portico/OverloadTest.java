package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.bench.Benchmarks;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A portal in a process of its own that is asked for ten times as much as it can answer, for a minute; see
/// docs/performance.md. It takes some three minutes, so it belongs to the long tests.
@EnabledIfSystemProperty(named = "portico.long", matches = "true")
@Alone
class OverloadTest {

    @Test
    void a_flood_of_ten_times_the_load_leaves_four_fifths_of_the_answers_and_passes_within_ten_seconds() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);

        int code = Benchmarks.run(
                PorticoApplication.class, List.of("overload", "--entities", "2000", "--json"), printed, printed);

        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(code).as(text).isZero();
        JsonNode measures = JsonMapper.shared()
                .readTree(text.lines().reduce((one, last) -> last).orElse(""));
        assertThat(measures.at("/goodput/value").asDouble()).as(text).isGreaterThanOrEqualTo(80);
        assertThat(measures.at("/itself again/value").asDouble()).as(text).isLessThanOrEqualTo(10);
        assertThat(measures.at("/quiet client: answered/value").asDouble())
                .as(text)
                .isGreaterThanOrEqualTo(95);
    }
}
