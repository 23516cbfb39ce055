package dev.portico.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.access.Space;
import dev.portico.access.SpaceEdit;
import dev.portico.access.Spaces;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PorticoTest
final class SpaceFacetTest {

    private static final Reader ADMIN = Reader.system("tests");
    private static final String SOURCE = "space-facet";
    private static final String NORTH = "space-facet-north";
    private static final String SOUTH = "space-facet-south";

    @Autowired
    private Catalog catalog;

    @Autowired
    private Sources sources;

    @Autowired
    private Spaces spaces;

    @BeforeEach
    void make() {
        sources.push(
                SOURCE,
                List.of(new DescriptorUpload(
                        "a.yaml",
                        (group("north", "children: [below]")
                                        + group("below", "children: []")
                                        + component("one", "north")
                                        + component("two", "below")
                                        + component("three", "south"))
                                .getBytes(StandardCharsets.UTF_8))),
                ADMIN);
        spaces.create(ADMIN, NORTH, "The north", "", Set.of(EntityRef.parse("group:space-facet/north")));
        spaces.create(ADMIN, SOUTH, "The south", "", Set.of(EntityRef.parse("group:space-facet/south")));
    }

    @AfterEach
    void unmake() {
        for (String name : List.of(NORTH, SOUTH)) {
            Space space = spaces.space(ADMIN, name);
            spaces.delete(ADMIN, name, space.version());
        }
        sources.remove(SOURCE, ADMIN);
    }

    @Test
    void entities_are_counted_and_narrowed_by_space() {
        assertThat(counts(ADMIN)).containsEntry(NORTH, 2L).containsEntry(SOUTH, 1L);
        assertThat(catalog.find(all().with(Facet.SPACE, Set.of(NORTH)), ADMIN).matching())
                .isEqualTo(2);
        assertThat(catalog.find(all().with(Facet.SPACE, Set.of(NORTH, SOUTH)), ADMIN)
                        .matching())
                .isEqualTo(3);
        assertThat(catalog.find(all().with(Facet.SPACE, Set.of("no-such-space")), ADMIN)
                        .matching())
                .isZero();
        assertThat(catalog.spaces(ADMIN)).containsEntry(NORTH, "The north");
    }

    @Test
    void whoever_may_not_see_a_space_neither_counts_nor_narrows_by_it() {
        Reader south = ADMIN.within(SOUTH);

        assertThat(counts(south)).containsOnlyKeys(SOUTH);
        assertThat(catalog.find(all().with(Facet.SPACE, Set.of(NORTH)), south).matching())
                .isZero();
        assertThat(catalog.find(all(), south).matching()).isEqualTo(1);
    }

    @Test
    void other_groups_of_a_space_count_within_a_second_and_nothing_is_indexed_anew() throws Exception {
        spaces.change(
                ADMIN, SOUTH, 1, new SpaceEdit(null, null, Set.of(EntityRef.parse("group:space-facet/below")), null));

        Eventually.holds(
                Duration.ofSeconds(1), "the counts follow", () -> counts(ADMIN).equals(Map.of(NORTH, 2L, SOUTH, 1L)));
        assertThat(catalog.find(all().with(Facet.SPACE, Set.of(SOUTH)), ADMIN).items())
                .extracting(entity -> entity.ref().name())
                .containsExactly("two");
    }

    private Map<String, Long> counts(Reader reader) {
        return catalog.facet(Facet.SPACE, all(), reader).stream()
                .filter(value -> value.value().startsWith("space-facet"))
                .collect(java.util.stream.Collectors.toMap(FacetValue::value, FacetValue::count));
    }

    private static CatalogQuery all() {
        return CatalogQuery.everything()
                .with(Facet.NAMESPACE, Set.of("space-facet"))
                .with(Facet.KIND, Set.of("component"));
    }

    private static String component(String name, String owner) {
        return """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: %s, namespace: space-facet}
                spec: {type: service, lifecycle: production, owner: group:space-facet/%s}
                """.formatted(name, owner);
    }

    private static String group(String name, String children) {
        return """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: %s, namespace: space-facet}
                spec: {type: team, %s}
                """.formatted(name, children);
    }
}
