package dev.portico.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StylesTest {

    private static final Path THEME = Path.of("src/main/resources/META-INF/resources/themes/portico");

    @Test
    void the_file_of_signs_holds_exactly_the_signs_that_the_code_knows() throws IOException {
        String drawings = Files.readString(THEME.resolve("icons.svg"));

        assertThat(found("<symbol id=\"([^\"]+)\"", drawings))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Symbol.values())
                        .map(symbol ->
                                symbol.address().substring(symbol.address().indexOf('#') + 1))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vaadin.css", "parts.css", "shell.css", "catalog.css", "graph.css", "simulator.css"})
    void colours_are_written_in_the_tokens_alone(String sheet) throws IOException {
        assertThat(found("(#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsla?\\()", Files.readString(THEME.resolve(sheet))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vaadin.css", "parts.css", "shell.css", "catalog.css", "graph.css", "simulator.css"})
    void no_style_shouts_and_every_token_exists(String sheet) throws IOException {
        String styles = Files.readString(THEME.resolve(sheet));
        String tokens = Files.readString(THEME.resolve("tokens.css"));

        assertThat(styles).doesNotContain("!important");
        assertThat(found("var\\((--portico-[a-z0-9-]+)", styles))
                .allSatisfy(token -> assertThat(tokens).contains(token + ":"));
    }

    private static List<String> found(String pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
