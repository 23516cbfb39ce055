package dev.portico.api.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.search.Hit;
import dev.portico.search.Json;
import dev.portico.search.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlacementTest {

    @Test
    void a_location_leads_to_the_files_that_its_targets_name() {
        Placement all = location(
                "url:https://git.example/acme/portal/blob/main/all.yaml",
                "\"targets\":[\"./api/catalog-info.yaml\",\"services/*/catalog-info.yaml\"]");

        assertThat(all.leadsTo(at("url:https://git.example/acme/portal/blob/main/api/catalog-info.yaml")))
                .isTrue();
        assertThat(all.leadsTo(at("url:https://git.example/acme/portal/blob/main/services/x/catalog-info.yaml")))
                .isTrue();
        assertThat(all.leadsTo(at("url:https://git.example/acme/portal/blob/main/catalog-info.yaml")))
                .isFalse();
    }

    @Test
    void a_target_may_be_absolute_or_of_another_type() {
        assertThat(location("file:/srv/all.yaml", "\"target\":\"/srv/one more.yaml\"")
                        .leadsTo(at("file:/srv/one more.yaml")))
                .isTrue();
        assertThat(location("file:/srv/all.yaml", "\"type\":\"url\",\"target\":\"https://x.example/c.yaml\"")
                        .leadsTo(at("url:https://x.example/c.yaml")))
                .isTrue();
    }

    @Test
    void what_is_no_location_leads_nowhere() {
        assertThat(at("file:/srv/a.yaml").leadsTo(at("file:/srv/a.yaml"))).isFalse();
    }

    @Test
    void a_star_stands_for_any_text() {
        assertThat(Placement.matches("a*c", "abc")).isTrue();
        assertThat(Placement.matches("a*c", "ac")).isTrue();
        assertThat(Placement.matches("a**c*e", "abcde")).isTrue();
        assertThat(Placement.matches("ab*bc", "abc")).isFalse();
        assertThat(Placement.matches("*", "")).isTrue();
        assertThat(Placement.matches("a*b", "xb")).isFalse();
    }

    private static Placement location(String location, String spec) {
        return placement("Location", location, "{" + spec + "}");
    }

    private static Placement at(String location) {
        return placement("Component", location, "{\"target\":\"./a.yaml\"}");
    }

    private static Placement placement(String kind, String location, String spec) {
        String json =
                "{\"kind\":\"" + kind + "\",\"metadata\":{\"annotations\":{\"backstage.io/managed-by-location\":\""
                        + location + "\"}},\"spec\":" + spec + "}";
        return Placement.of(
                new Hit("catalog-entity", "x", Json.of(json), Json.of("{}"), new Place(List.of(), "x"), List.of()));
    }
}
