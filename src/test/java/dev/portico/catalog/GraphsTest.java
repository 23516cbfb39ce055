package dev.portico.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.catalog.GraphQuery.Direction;
import dev.portico.catalog.GraphQuery.RollUp;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A small works: web and app call the fares API, which the engine provides; the engine needs the rates and a library.
/// Guests may read what is public: web, fares, engine and the system.
@PorticoTest
final class GraphsTest {

    private static final Reader ALL = Reader.system("graphs");
    private static final Reader GUEST =
            new Reader("account:guest", null, "Guest", null, Set.of(), Set.of("guest"), null);
    private static final String PUBLIC = ", labels: {portico.dev/visibility: public}";
    private static final EntityRef ENGINE = ref("component", "engine");

    @Autowired
    private Graphs graphs;

    @Autowired
    private Sources sources;

    @BeforeEach
    void descriptors() {
        String yaml = component(
                        "engine",
                        PUBLIC,
                        "system: pricing, providesApis: [fares], dependsOn: [resource:rates,"
                                + " component:library, component:ghost]")
                + component("library", "", "system: tools, dependencyOf: [component:phantom]")
                + component("web", PUBLIC, "system: sales, consumesApis: [fares]")
                + component("app", "", "system: sales, consumesApis: [fares], dependencyOf: [component:tower]")
                + component("tower", "", "dependsOn: [component:web]")
                + entity(
                        "API",
                        "fares",
                        PUBLIC,
                        "type: openapi, lifecycle: production, owner: crew, system: pricing," + " definition: x")
                + entity("Resource", "rates", "", "type: database, owner: crew, system: pricing")
                + entity("System", "pricing", PUBLIC, "owner: crew, domain: money")
                + entity("System", "sales", "", "owner: crew, domain: trade")
                + entity("System", "tools", "", "owner: crew")
                + entity("Domain", "money", "", "owner: crew")
                + entity("Domain", "trade", "", "owner: crew")
                + entity("Group", "crew", "", "type: team, children: []");
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        sources.upload("graphs", List.of(new DescriptorUpload("graphs.yaml", bytes)), ALL);
    }

    @Test
    void what_depends_on_an_entity_is_found_by_layers() {
        Graph graph = walk(ENGINE, GraphQuery.UNLIMITED, Direction.IN, ALL);

        assertThat(distances(graph)).containsExactly("engine 0", "fares -1", "app -2", "web -2", "tower -3");
        assertThat(edges(graph)).containsExactly("fares>engine", "app>fares", "tower>app", "tower>web", "web>fares");
        assertThat(graph.more()).isFalse();
    }

    @Test
    void what_an_entity_depends_on_is_found_too_and_so_is_what_is_not_there() {
        Graph graph = walk(ENGINE, GraphQuery.UNLIMITED, Direction.OUT, ALL);

        assertThat(distances(graph)).containsExactly("engine 0", "ghost 1", "library 1", "rates 1");
        assertThat(graph.nodes())
                .filteredOn(node -> node.entity() == null)
                .extracting(node -> node.ref().name())
                .containsExactly("ghost");
    }

    @Test
    void depth_direction_kinds_and_relations_narrow_the_walk() {
        assertThat(distances(walk(ENGINE, 1, Direction.BOTH, ALL)))
                .containsExactly("engine 0", "fares -1", "ghost 1", "library 1", "rates 1");
        GraphQuery components =
                new GraphQuery(ref("api", "fares"), 2, Set.of("Component"), Set.of(), Direction.BOTH, RollUp.NONE);
        assertThat(distances(graphs.graph(components, ALL, found -> {})))
                .containsExactly("fares 0", "app -1", "engine 1", "web -1", "ghost 2", "library 2", "tower -2");
        GraphQuery owned =
                new GraphQuery(ENGINE, 1, Set.of(), Set.of(RelationType.OWNED_BY), Direction.BOTH, RollUp.NONE);
        assertThat(distances(graphs.graph(owned, ALL, found -> {}))).containsExactly("engine 0", "crew 1");
    }

    @Test
    void what_the_reader_may_not_read_is_not_walked_through_and_leaks_by_no_edge() {
        Graph graph = walk(ENGINE, GraphQuery.UNLIMITED, Direction.BOTH, GUEST);

        assertThat(distances(graph))
                .as("app and tower are hidden; the engine itself names the others")
                .containsExactly("engine 0", "fares -1", "ghost 1", "library 1", "rates 1", "web -2");
        assertThat(graph.nodes())
                .filteredOn(node -> node.entity() == null)
                .as("what is hidden looks like what is missing")
                .extracting(node -> node.ref().name())
                .containsExactly("ghost", "library", "rates");
        assertThat(edges(graph))
                .containsExactly("fares>engine", "engine>ghost", "engine>library", "engine>rates", "web>fares");
        assertThat(graphs.blastRadius(graph, GUEST).entities()).isEqualTo(2);
    }

    @Test
    void what_only_a_hidden_entity_says_about_another_is_not_seen() {
        assertThat(distances(walk(ref("component", "library"), 3, Direction.IN, ALL)))
                .containsExactly("library 0", "engine -1", "phantom -1", "fares -2", "app -3", "web -3");
        assertThat(distances(walk(ref("component", "web"), 3, Direction.IN, GUEST)))
                .containsExactly("web 0");
    }

    @Test
    void a_root_that_may_not_be_read_is_as_unknown_as_one_that_is_not_there() {
        assertThatThrownBy(() -> walk(ref("component", "library"), 1, Direction.IN, GUEST))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> walk(ref("component", "nothing"), 1, Direction.IN, ALL))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void entities_are_gathered_into_systems_and_domains_with_counts() {
        Graph systems = gathered(RollUp.SYSTEM, ALL);
        assertThat(systems.root()).isEqualTo(ref("system", "pricing"));
        assertThat(nodes(systems)).containsExactly("pricing 3", "ghost 0", "tools 1", "sales 2", "tower 0");
        assertThat(systems.edges())
                .extracting(edge -> edge.from().name() + ">" + edge.to().name() + " " + edge.count())
                .containsExactly("tower>sales 2", "pricing>ghost 1", "pricing>tools 1", "sales>pricing 2");

        assertThat(nodes(gathered(RollUp.DOMAIN, ALL)))
                .containsExactly("money 3", "ghost 0", "tools 1", "trade 2", "tower 0");
        assertThat(nodes(gathered(RollUp.SYSTEM, GUEST)))
                .as("web says itself that it is part of sales")
                .containsExactly("pricing 2", "ghost 0", "library 0", "rates 0", "sales 1");
    }

    @Test
    void a_system_brings_what_lies_within_it() {
        Graph graph = walk(ref("system", "pricing"), 1, Direction.IN, ALL);

        assertThat(distances(graph)).containsExactly("pricing 0", "fares 0", "engine 0", "rates 0", "app -1", "web -1");
        assertThat(edges(graph)).contains("rates>pricing", "engine>pricing", "engine>rates");
    }

    @Test
    void the_blast_radius_counts_layers_kinds_and_owners() {
        Graph everything = graphs.graph(GraphQuery.blastRadius(ENGINE), ALL, found -> {});
        BlastRadius radius = graphs.blastRadius(everything, ALL);

        assertThat(radius.entities()).isEqualTo(4);
        assertThat(radius.layers()).containsExactly(1, 2, 1);
        assertThat(radius.kinds()).extracting(BlastRadius.KindCount::kind).containsExactly("Component", "API");
        assertThat(radius.owners()).singleElement().satisfies(owner -> {
            assertThat(owner.label()).isEqualTo("crew");
            assertThat(owner.count()).isEqualTo(4);
        });
    }

    private Graph walk(EntityRef root, int depth, Direction direction, Reader reader) {
        return graphs.graph(
                new GraphQuery(root, depth, Set.of(), Set.of(), direction, RollUp.NONE), reader, found -> {});
    }

    private Graph gathered(RollUp rollUp, Reader reader) {
        GraphQuery query = new GraphQuery(ENGINE, GraphQuery.UNLIMITED, Set.of(), Set.of(), Direction.BOTH, rollUp);
        return graphs.graph(query, reader, found -> {});
    }

    private static List<String> distances(Graph graph) {
        return graph.nodes().stream()
                .map(node -> node.ref().name() + " " + node.distance())
                .toList();
    }

    private static List<String> nodes(Graph graph) {
        return graph.nodes().stream()
                .map(node -> node.ref().name() + " " + node.entities())
                .toList();
    }

    private static List<String> edges(Graph graph) {
        return graph.edges().stream()
                .map(edge -> edge.from().name() + ">" + edge.to().name())
                .toList();
    }

    private static EntityRef ref(String kind, String name) {
        return new EntityRef(kind, "graphs", name);
    }

    private static String component(String name, String labels, String spec) {
        return entity("Component", name, labels, "type: service, lifecycle: production, owner: crew, " + spec);
    }

    private static String entity(String kind, String name, String labels, String spec) {
        return """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: %s
                metadata: {name: %s, namespace: graphs%s}
                spec: {%s}
                """.formatted(kind, name, labels, spec);
    }
}
