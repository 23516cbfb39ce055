package dev.portico.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceSuggestionsTest {

    @ParameterizedTest
    @CsvSource({
        "https://git.example.com/acme/portal.git, portal",
        "https://github.com/acme/portal/blob/main/catalog-info.yaml, portal",
        "/srv/fares/catalog-info.yaml, fares",
        "/srv/Big Descriptors/, big-descriptors",
        "/srv/portal/**/*.yaml, portal",
        "/srv/teams.yaml, teams",
        "git@git.example.com:acme/seat_map.git, seat-map",
        "/, source",
        "/srv/a-name-that-goes-on-and-on-and-on-and-on/catalog-info.yaml, a-name-that-goes-on-and",
        "/srv/pneumonoultramicroscopicsilicovolcanoconiosis.yaml, pneumonoultramicroscopic"
    })
    void a_name_is_the_last_part_that_says_something(String target, String name) {
        assertThat(SourceSuggestions.name(target)).isEqualTo(name);
    }
}
