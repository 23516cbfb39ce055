package dev.portico.catalog.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.kernel.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobPatternTest {

    @ParameterizedTest
    @CsvSource({
        "**/catalog-info.yaml, catalog-info.yaml, true",
        "**/catalog-info.yaml, a/b/catalog-info.yaml, true",
        "**/catalog-info.yaml, a/b/not-catalog-info.yaml, false",
        "a/**/b.yaml, a/b.yaml, true",
        "a/**/b.yaml, a/x/y/b.yaml, true",
        "a/**, a/x/y, true",
        "*.yaml, a/b.yaml, false",
        "*.yaml, .yaml, true",
        "?.yaml, a.yaml, true",
        "?.yaml, /.yaml, false",
        "a.b, axb, false",
        "a+(b), a+(b), true",
        "[a].yaml, a.yaml, false",
        "[a].yaml, [a].yaml, true",
        "a}b, a}b, true"
    })
    void a_path_matches_or_not(String glob, String path, boolean matches) {
        assertThat(GlobPattern.of(glob).matches(path)).isEqualTo(matches);
    }

    @Test
    void a_choice_matches_each_of_its_parts() {
        GlobPattern pattern = GlobPattern.of("**/*.{yaml,yml,json}");

        assertThat(pattern.matches("a/b.yml")).isTrue();
        assertThat(pattern.matches("b.json")).isTrue();
        assertThat(pattern.matches("b.xml")).isFalse();
    }

    @Test
    void a_path_with_a_control_character_matches_nothing() {
        assertThat(GlobPattern.of("**").matches("a\nb")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a/b/*.yaml, a/b/", "a/b*/c, a/", "**/x, ''", "a/b, a/", "/srv/x/**/y, /srv/x/"})
    void the_folder_before_the_first_wildcard_is_known(String glob, String folder) {
        assertThat(GlobPattern.literalFolder(glob)).isEqualTo(folder);
    }

    @Test
    void folders_that_cannot_hold_a_match_are_known() {
        GlobPattern pattern = GlobPattern.of("a/b/**/x.yaml");

        assertThat(pattern.mayMatchBelow("a/")).isTrue();
        assertThat(pattern.mayMatchBelow("a/b/c/")).isTrue();
        assertThat(pattern.mayMatchBelow("b/")).isFalse();
        assertThat(pattern.mayMatchBelow("ab/")).isFalse();
    }

    @Test
    void a_pattern_made_to_hang_does_not() {
        long began = System.nanoTime();

        GlobPattern.of("*a".repeat(100) + "b").matches("a".repeat(4_000));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_brace_without_its_end_and_an_endless_pattern_are_refused() {
        assertThatThrownBy(() -> GlobPattern.of("a/{b,c")).isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> GlobPattern.of("a".repeat(501))).isInstanceOf(Refusal.InvalidInput.class);
    }
}
