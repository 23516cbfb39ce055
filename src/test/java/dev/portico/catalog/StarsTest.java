package dev.portico.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PorticoTest
final class StarsTest {

    private static final EntityRef POLARIS = EntityRef.parse("resource:stars-test/polaris");
    private static final EntityRef VEGA = EntityRef.parse("resource:stars-test/vega");
    private static final EntityRef NOTHING = EntityRef.parse("resource:stars-test/nothing");

    private final Reader engineer = reader("engineer");
    private final Reader other = reader("engineer");
    private final Reader guest = reader("guest");

    @Autowired
    private Stars stars;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Sources sources;

    @BeforeEach
    void descriptors() throws Exception {
        String yaml = """
                apiVersion: backstage.io/v1alpha1
                kind: Resource
                metadata: {name: polaris, namespace: stars-test}
                spec: {type: star, owner: stargazers}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Resource
                metadata: {name: vega, namespace: stars-test}
                spec: {type: star, owner: stargazers}
                """;
        DescriptorUpload file = new DescriptorUpload("stars.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        sources.upload("stars-test", List.of(file), Reader.system("tests"));
        Eventually.holds(
                Duration.ofSeconds(10),
                "the index holds both",
                () -> catalog.labels(List.of(POLARIS, VEGA), engineer).size() == 2);
    }

    @Test
    void a_star_is_counted_once_for_each_account() {
        long before = stars.of(POLARIS, engineer).count();

        stars.star(POLARIS, engineer);
        stars.star(POLARIS, engineer);
        stars.star(POLARIS, other);

        assertThat(stars.of(POLARIS, engineer)).isEqualTo(new Star(true, before + 2));

        stars.unstar(POLARIS, engineer);
        stars.unstar(POLARIS, engineer);

        assertThat(stars.of(POLARIS, engineer)).isEqualTo(new Star(false, before + 1));
        assertThat(stars.of(POLARIS, other).starred()).isTrue();
    }

    @Test
    void the_list_has_the_latest_first() {
        stars.star(POLARIS, engineer);
        stars.star(VEGA, engineer);

        assertThat(stars.list(engineer)).extracting(EntitySummary::ref).containsExactly(VEGA, POLARIS);
        assertThat(stars.of(List.of(POLARIS, VEGA, NOTHING), engineer)).containsOnlyKeys(POLARIS, VEGA);
    }

    @Test
    void what_one_may_not_read_can_neither_be_starred_nor_tells_its_stars() {
        stars.star(POLARIS, engineer);

        assertThatThrownBy(() -> stars.star(POLARIS, guest)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> stars.star(NOTHING, engineer)).isInstanceOf(Refusal.NotFound.class);
        assertThat(stars.of(POLARIS, guest)).isEqualTo(Star.NONE);
        assertThat(stars.of(List.of(POLARIS), guest)).isEmpty();
        assertThat(stars.list(guest)).isEmpty();
    }

    @Test
    void who_has_no_account_has_no_stars() {
        Reader nobody = Reader.system("tests");

        assertThat(stars.offered(nobody)).isFalse();
        assertThatThrownBy(() -> stars.star(POLARIS, nobody)).isInstanceOf(Refusal.InvalidInput.class);
        assertThat(stars.list(nobody)).isEmpty();
    }

    private static Reader reader(String role) {
        return new Reader("account:stars", Ids.next(), "Stars", null, Set.of(), Set.of(role), null);
    }
}
