package dev.portico.catalog;

import dev.portico.Eventually;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A source of its own for one test, with names that no other test has. Tests write names short, such as `fares`.
final class CatalogWorld {

    /// The Group that owns whatever names no other owner.
    static final String TEAM = """
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata:
              name: team
            spec:
              type: team
              children: []
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Sources sources;
    private final Catalog catalog;
    private final Path folder;
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private SourceDefinition definition;

    CatalogWorld(Sources sources, Catalog catalog, Path folder) {
        this.sources = sources;
        this.catalog = catalog;
        this.folder = folder;
        this.definition = new SourceDefinition(
                "world-" + suffix, "folder", folder.toString(), null, "**/*.yaml", null, Duration.ZERO);
    }

    /// A Component named `SHORT-*`, which becomes unique when it is written.
    static String component(String name, String... spec) {
        List<String> lines = new ArrayList<>(List.of(spec));
        if (lines.stream().noneMatch(line -> line.startsWith("type:"))) {
            lines.add("type: service");
        }
        if (lines.stream().noneMatch(line -> line.startsWith("owner:"))) {
            lines.add("owner: team");
        }
        lines.add("lifecycle: production");
        return """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %s
                  description: About %s
                  tags: [java]
                spec:
                  %s
                """.formatted(name, name, String.join("\n  ", lines));
    }

    static String location(String name, String target) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Location
                metadata:
                  name: %s
                spec:
                  targets: ["%s"]
                """.formatted(name, target);
    }

    static String api(String name, String definition) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata:
                  name: %s
                spec:
                  type: openapi
                  lifecycle: production
                  owner: team
                  definition:
                    %s
                """.formatted(name, definition);
    }

    Reader reader() {
        return Reader.system("test");
    }

    String source() {
        return definition.name();
    }

    SourceDefinition definition() {
        return definition;
    }

    String named(String name) {
        return name + "-" + suffix;
    }

    EntityRef ref(String name) {
        return new EntityRef("component", "default", named(name));
    }

    void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, unique(content), StandardCharsets.UTF_8);
    }

    void delete(String file) throws IOException {
        Files.delete(folder.resolve(file));
    }

    void deleteFolder() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    SourceRun register() {
        sources.register(definition, reader());
        return finished(null);
    }

    SourceRun registerFile(String file) {
        definition = new SourceDefinition(
                source(), "file", folder.resolve(file).toString(), null, null, null, Duration.ZERO);
        return register();
    }

    SourceRun registerUrl(String url) {
        definition = new SourceDefinition(source(), "url", url, null, null, null, Duration.ZERO);
        return register();
    }

    SourceRun refresh() {
        UUID last = sources.runs(source(), 1, reader()).getFirst().id();
        sources.refresh(source(), reader());
        return finished(last);
    }

    SourceRun push(String name, String content) {
        DescriptorUpload upload =
                new DescriptorUpload("catalog-info.yaml", unique(content).getBytes(StandardCharsets.UTF_8));
        return sources.push(name + "-" + suffix, List.of(upload), reader());
    }

    Entity entity(String name) {
        return catalog.entity(ref(name), reader()).orElseThrow(() -> new AssertionError("No " + ref(name)));
    }

    List<String> relations(String name) {
        return entity(name).relations().stream()
                .map(relation -> relation.type() + " " + relation.target())
                .toList();
    }

    List<Revision> history(String name) {
        return catalog.history(ref(name), reader());
    }

    /// Every name that a test writes gets the suffix of this world.
    private String unique(String content) {
        return content.replaceAll("(?m)^(  name: )(?!.*-" + suffix + ")([a-z]+)$", "$1$2-" + suffix)
                .replaceAll("(?m)^(  owner: )([a-z-]+)$", "$1$2-" + suffix)
                .replaceAll("(component:)([a-z]+)\\b(?!-)", "$1$2-" + suffix);
    }

    private SourceRun finished(@org.jspecify.annotations.Nullable UUID last) {
        List<SourceRun> runs = new ArrayList<>();
        try {
            Eventually.holds(PATIENCE, "the run of " + source() + " ends", () -> {
                runs.clear();
                runs.addAll(sources.runs(source(), 1, reader()));
                return !runs.isEmpty() && !runs.getFirst().id().equals(last);
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return runs.getFirst();
    }
}
