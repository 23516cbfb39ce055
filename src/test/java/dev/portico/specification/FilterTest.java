package dev.portico.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What §2.1 and §2.2 of the specification say, with expectations made by hand.
final class FilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind=component                                   | Alpha beta gamma",
                "KIND=Component                                   | Alpha beta gamma",
                "kind=component,spec.type=SERVICE                 | Alpha beta",
                "kind=group,kind=user                             | riders bo",
                "kind = group , metadata.name = riders            | riders",
                "spec.replicas                                    | Alpha",
                "spec.replicas=3                                  | Alpha",
                "spec.ratio=0.5                                   | Alpha",
                "spec.public=true                                 | Alpha",
                "spec.nothing                                     | Alpha",
                "spec.nothing=null                                | ",
                "spec.ports=80                                    | Alpha",
                "spec.ports.http=true                             | Alpha",
                "spec.ports.80                                    | ",
                "metadata.tags=java                               | Alpha beta",
                "metadata.tags.java=true                          | Alpha beta",
                "metadata.tags.java                               | Alpha beta",
                "metadata.tags.go=false                           | ",
                "metadata.labels.tier=gold                        | Alpha",
                "metadata.labels.a.b/c.d=x                        | Alpha",
                "metadata.labels                                  | ",
                "metadata.description                             | Alpha",
                "metadata.namespace=default,kind=user             | bo",
                "metadata.uid=u3                                  | gamma",
                "metadata.etag                                    | ",
                "metadata.etag=e1                                 | ",
                "status.items.level=error                         | ",
                "relations.ownedBy=group:default/riders           | Alpha",
                "relations.ownedby=Group:Default/Riders           | Alpha",
                "relations.type=ownedBy                           | ",
                "spec.owner=group:default/riders                  | ",
                "spec.profile.displayName=Bo Ek                   | bo",
                "spec.target=https://git/a                        | generated-409dab3ca79f739daf5bf15c2e5a4f6432e4158c",
            })
    void a_filter_finds(String filter, @Nullable String names) {
        assertThat(found(filter)).isEqualTo(names == null ? List.of() : List.of(names.split(" ", -1)));
    }

    @Test
    void several_filters_are_alternatives() {
        assertThat(found("kind=user", "metadata.name=gamma")).containsExactly("gamma", "bo");
    }

    @Test
    void a_value_of_more_than_200_characters_is_there_but_is_not_found() {
        String description = Sample.entities()
                .getFirst()
                .path("metadata")
                .path("description")
                .stringValue();

        assertThat(description).hasSizeGreaterThan(200);
        assertThat(found("metadata.description")).containsExactly("Alpha");
        assertThat(found("metadata.description=" + description)).isEmpty();
        assertThat(FlatEntity.of(Sample.entities().getFirst(), LongValues.SEEN)
                        .has("metadata.description", description))
                .isTrue();
    }

    @Test
    void a_key_of_more_than_200_characters_is_unknown() {
        String key = "k".repeat(200);
        FlatEntity entity = FlatEntity.of(Json.parse("{\"" + key + "\":1,\"" + key + "k\":1}"), LongValues.UNSEEN);

        assertThat(entity.exists(key)).isTrue();
        assertThat(entity.exists(key + "k")).isFalse();
    }

    @Test
    void a_filter_without_a_key_is_refused() {
        assertThat(Sample.model().get("/entities?filter=%3Dx").status()).isEqualTo(400);
    }

    private static List<String> found(String... filters) {
        return Sample.names(Sample.model().get("/entities" + new Parameters().filters(List.of(filters))));
    }
}
