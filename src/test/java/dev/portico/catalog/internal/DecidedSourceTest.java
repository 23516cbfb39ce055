package dev.portico.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.access.Permission;
import dev.portico.access.Spaces;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.Sources;
import dev.portico.catalog.internal.ingest.SourceRunner;
import dev.portico.catalog.internal.store.CatalogSource;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is decided about a source is done to that source, and not to another that came to its name meanwhile.
@PorticoTest
final class DecidedSourceTest {

    private static final Reader ADMIN = Reader.system("tests");
    private static final Reader TOKEN = new Reader(
                    "token:decided-source", null, "decided-source", null, Set.of(), Set.of("admin"), null)
            .within("decided-east");

    private final String name = "decided-" + Ids.next();

    @Autowired
    private Sources sources;

    @Autowired
    private SourceRights rights;

    @Autowired
    private SourceRegister register;

    @Autowired
    private SourceRunner runner;

    @Autowired
    private Spaces spaces;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void make() {
        for (String side : List.of("east", "west")) {
            spaces.create(ADMIN, "decided-" + side, "Decided", "", Set.of(EntityRef.parse("group:decided/" + side)));
        }
    }

    @AfterEach
    void unmake() {
        register.find(name).ifPresent(source -> sources.remove(name, ADMIN));
        for (String side : List.of("decided-east", "decided-west")) {
            spaces.delete(ADMIN, side, spaces.space(ADMIN, side).version());
        }
    }

    @Test
    void a_source_that_took_the_name_of_one_to_be_removed_stays() {
        CatalogSource decided = decided(CatalogPermissions.REMOVE_SOURCE, "push", "");
        another("push", "");

        assertThatThrownBy(() -> register.remove(decided, TOKEN)).isInstanceOf(Refusal.NotFound.class);

        assertThat(sources.source(name, ADMIN).definition().space()).isEqualTo("decided-west");
    }

    @Test
    void a_source_that_took_the_name_of_one_to_be_read_is_not_read() {
        CatalogSource decided = decided(CatalogPermissions.REFRESH_SOURCE, "url", "https://localhost/decided.yaml");
        another("url", "https://localhost/decided.yaml");

        assertThatThrownBy(() -> register.runNow(decided, "refresh", TOKEN)).isInstanceOf(Refusal.NotFound.class);

        assertThat(database.sql("select count(*) from catalog_asked_run where source_id = any(?)")
                        .param(new java.util.UUID[] {
                            decided.id(), register.named(name).id()
                        })
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /// Of two who send the first of a name at the same moment to two spaces, the second is told and nothing is mixed.
    @Test
    void what_is_sent_goes_into_no_source_of_another_space_that_took_the_name() {
        another("push", "");
        SentDescriptors sent = new SentDescriptors(register, runner);

        assertThatThrownBy(() -> sent.take(name, "push", "decided-east", files("east"), TOKEN))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("took the name");
        SourceRun own = sent.take(name, "push", "decided-west", files("west"), ADMIN);

        assertThat(own.created()).isEqualTo(1);
        assertThat(sources.source(name, ADMIN).entities()).isEqualTo(1);
    }

    /// A source that the reader may change, as it was found.
    private CatalogSource decided(Permission permission, String type, String target) {
        insert("decided-east", type, target);
        return rights.changed(name, permission, TOKEN);
    }

    private void another(String type, String target) {
        register.find(name).ifPresent(former -> register.remove(former, ADMIN));
        insert("decided-west", type, target);
    }

    private void insert(String space, String type, String target) {
        SourceDefinition definition = new SourceDefinition(name, type, target, null, null, null, Duration.ZERO, space);
        register.insert(
                new CatalogSource(definition, Instant.now()), Instant.now().plus(Duration.ofHours(1)), ADMIN);
    }

    private static List<DescriptorUpload> files(String side) {
        return List.of(new DescriptorUpload("things.yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: thing, namespace: decided}
                spec: {type: service, lifecycle: production, owner: group:decided/%s}
                """.formatted(side).getBytes(StandardCharsets.UTF_8)));
    }
}
