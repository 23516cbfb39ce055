package dev.portico.catalog;

import static dev.portico.catalog.CatalogWorld.TEAM;
import static dev.portico.catalog.CatalogWorld.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import dev.portico.audit.Audit;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorticoTest
final class OrphansTest {

    private static final Reader ENGINEER =
            new Reader("account:orphans", null, "An engineer", null, Set.of(), Set.of("engineer"), null);

    @Autowired
    private Sources sources;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Orphans orphans;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationContext context;

    @TempDir
    private Path folder;

    private CatalogWorld world;

    @BeforeEach
    void begin() throws IOException {
        world = new CatalogWorld(sources, catalog, folder);
        world.write("a.yaml", TEAM + component("fares") + component("routes", "dependsOn: [component:fares]"));
        world.register();
    }

    @Test
    void an_orphan_is_deleted_over_rest_and_its_history_stays() throws Exception {
        keptAsOrphan("fares");

        assertThat(delete("fares")).isEqualTo(204);

        assertThat(catalog.entity(world.ref("fares"), world.reader())).isEmpty();
        assertThat(world.history("fares")).singleElement().satisfies(revision -> assertThat(revision.validTo())
                .isNotNull());
        assertThat(audit.recent("catalog-entity", world.ref("fares").toString(), 1))
                .singleElement()
                .satisfies(change -> assertThat(change.toString()).contains("catalog.entity.delete", world.source()));
        Eventually.passes(
                Duration.ofSeconds(20), () -> assertThat(world.entity("routes").problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.message()).contains("is not in the catalog")));
        assertThat(delete("fares")).isEqualTo(404);
    }

    @Test
    void an_entity_that_a_source_places_is_not_deleted() throws Exception {
        assertThat(delete("fares")).isEqualTo(409);
        assertThat(catalog.entity(world.ref("fares"), world.reader())).isPresent();
    }

    @Test
    void deleting_takes_the_permission() {
        keptAsOrphan("fares");

        assertThatThrownBy(() -> orphans.remove(world.ref("fares"), ENGINEER))
                .isInstanceOfSatisfying(Refusal.Forbidden.class, refused -> assertThat(refused.permission())
                        .isEqualTo("catalog.entity.delete"));
        assertThat(catalog.entity(world.ref("fares"), world.reader())).isPresent();
    }

    private int delete(String name) throws Exception {
        String path = "/api/portico/entities/component/default/" + world.named(name);
        return TestPortal.of(context)
                .call(TestPortal.ADMIN_TOKEN, "DELETE", path, "")
                .statusCode();
    }

    /// As a run leaves an entity that it misses, where orphans are kept.
    private void keptAsOrphan(String name) {
        int marked = database.sql("update catalog_entity set orphan = true where ref = ?")
                .param(world.ref(name).toString())
                .update();
        assertThat(marked).isEqualTo(1);
    }
}
