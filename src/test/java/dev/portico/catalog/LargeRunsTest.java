package dev.portico.catalog;

import static dev.portico.catalog.CatalogWorld.component;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorticoTest
final class LargeRunsTest {

    private static final Duration FOLLOWS = Duration.ofSeconds(10);

    @Autowired
    private Sources sources;

    @Autowired
    private Catalog catalog;

    @Autowired
    private JdbcClient database;

    @TempDir
    private Path folder;

    /// Without that, the index reads every relation of the catalog for each of its questions.
    @Test
    void the_database_knows_of_much_that_a_run_has_brought() throws Exception {
        String analyzed = "select coalesce(last_analyze, 'epoch') from pg_stat_user_tables where relname = ?";
        OffsetDateTime began = database.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single();
        CatalogWorld world = new CatalogWorld(sources, catalog, folder);
        world.write(
                "many.yaml",
                IntStream.range(0, 2_500)
                        .mapToObj(number -> component("many-" + number))
                        .collect(Collectors.joining()));

        world.register();

        Eventually.passes(FOLLOWS, () -> assertThat(List.of("catalog_entity", "catalog_relation", "catalog_revision"))
                .allSatisfy(table -> assertThat(database.sql(analyzed)
                                .param(table)
                                .query(OffsetDateTime.class)
                                .single())
                        .isAfter(began)));
        sources.remove(world.source(), world.reader());
    }
}
