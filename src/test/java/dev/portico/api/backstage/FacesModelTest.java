package dev.portico.api.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Alone;
import dev.portico.PortalProcess;
import dev.portico.specification.CatalogModel;
import dev.portico.specification.Condition;
import dev.portico.specification.Difference;
import dev.portico.specification.LongValues;
import dev.portico.specification.ModelRun;
import dev.portico.specification.Policy;
import dev.portico.specification.RandomEntities;
import dev.portico.specification.RightsOracle;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/// Backstage's calls against the model of their specification: random entities, random requests, no difference.
///
/// The portal is a process of its own, since the model has to know every entity that is served. What is found here is
/// found again with its seed. A long run has more seeds.
@Alone
final class FacesModelTest {

    private static final String TOKEN = "token-of-the-model-0123456789abcdef";
    private static final Path HOME = Path.of("target", "model", "home").toAbsolutePath();
    private static final boolean LONG = Boolean.getBoolean("portico.long");
    private static final long SEED = Long.getLong("portico.model.seed", 20261122);
    private static final int ENTITIES = 150;
    private static final int REQUESTS = 1_000;
    private static final String GUEST = "user:development/guest";
    private static final String READ = "catalog.entity.read";

    /// What a guest may read.
    private static final Policy GUESTS = new Policy(
            List.of(new Policy.Role(
                    "guest",
                    Set.of(GUEST),
                    "",
                    List.of(new Policy.Grant(
                            READ, true, new Condition.LabelHas("portico.dev/visibility", Set.of("public")))))),
            Map.of());

    private static PortalProcess portal;
    private static ServedCatalog catalog;

    @BeforeAll
    static void start() throws Exception {
        FileSystemUtils.deleteRecursively(HOME.getParent());
        Files.createDirectories(HOME.getParent());
        try (ServerSocket free = new ServerSocket(0)) {
            portal = PortalProcess.start(
                    free.getLocalPort(), HOME, Map.of("PORTICO_ADMIN_TOKEN", TOKEN, "PORTICO_GUEST_SIGNIN", "true"));
        }
        portal.ready();
        catalog = new ServedCatalog(portal.port(), TOKEN);
    }

    @AfterAll
    static void stop() throws Exception {
        portal.close();
    }

    static LongStream seeds() {
        return LongStream.range(SEED, SEED + (LONG ? 20 : 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_faces_answer_as_their_specification_says(long seed) {
        List<JsonNode> served = catalog.hold(RandomEntities.descriptors(seed, ENTITIES));
        ModelRun run = new ModelRun(new CatalogModel(served, LongValues.SEEN), seed);

        ModelRun.Outcome outcome = run.ask(catalog, REQUESTS);
        tell(seed, "admin", catalog, outcome);

        assertThat(text(outcome.differences())).isEmpty();
        assertThat(text(run.refusals(catalog))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_guest_is_told_of_nothing_but_what_is_public(long seed) {
        List<JsonNode> served = catalog.hold(RandomEntities.descriptors(seed, ENTITIES));
        CatalogModel seen = new RightsOracle(served, GUESTS).seenBy(GUEST, READ, LongValues.SEEN);
        ModelRun run = new ModelRun(seen, new CatalogModel(served, LongValues.SEEN), seed);
        ServedCatalog asGuest = catalog.as(catalog.guest());

        ModelRun.Outcome outcome = run.ask(asGuest, REQUESTS);
        tell(seed, "guest", asGuest, outcome);

        assertThat(text(outcome.differences())).isEmpty();
        assertThat(text(run.refusals(asGuest))).isEmpty();
        assertThat(new RightsOracle(served, GUESTS).visible(GUEST, READ)).hasSizeBetween(3, ENTITIES / 2);
    }

    private static String text(List<Difference> differences) {
        List<String> first =
                differences.stream().limit(10).map(Difference::toString).toList();
        return differences.isEmpty() ? "" : differences.size() + " differences\n" + String.join("\n", first);
    }

    private static void tell(long seed, String reader, ServedCatalog asked, ModelRun.Outcome outcome) {
        LoggerFactory.getLogger(FacesModelTest.class)
                .info("Seed {} as {}: {}, {} calls so far", seed, reader, outcome.asked(), asked.calls());
    }
}
