package dev.portico.search.internal;

import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import dev.portico.search.Filter;
import dev.portico.search.sources.DocumentSource;
import dev.portico.search.sources.SearchDocument;
import dev.portico.specification.RandomEntities;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Random entities in namespaces of their own, pushed as one source.
final class OddCompany {

    static final Reader ADMIN = Reader.system("test");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern NAMESPACE = Pattern.compile("(?i)\\b(default|payments|team-a)/");

    private final String name = "odd-" + UUID.randomUUID().toString().substring(0, 8);
    private final Sources sources;
    private final DocumentSource documents;

    OddCompany(Sources sources, Registered registered) {
        this.sources = sources;
        this.documents = registered.source(CatalogPermissions.ENTITY);
    }

    /// The entities of this company, and no other's.
    Filter here() {
        return new Filter.StartsWith("metadata.namespace", name);
    }

    boolean isHere(String ref) {
        return ref.contains(":" + name);
    }

    /// Puts random entities in the place of those before.
    void push(long seed, int count) {
        String documents =
                RandomEntities.descriptors(seed, count).stream().map(this::own).collect(Collectors.joining("\n---\n"));
        push(documents);
    }

    /// Puts documents in the place of those before; `SPACE` in them stands for the namespace.
    void push(String yaml) {
        String own = yaml.replace("SPACE", name);
        DescriptorUpload upload = new DescriptorUpload("all.yaml", own.getBytes(StandardCharsets.UTF_8));
        sources.push(name, List.of(upload), ADMIN);
    }

    void remove() {
        sources.remove(name, ADMIN);
    }

    /// Every document that the database has, of this company and of all others, by what it holds: ids are another's
    /// each time, and what is drawn from these by a seed has to be the same.
    List<SearchDocument> stored() {
        List<SearchDocument> stored = new ArrayList<>();
        documents.ids(ids -> stored.addAll(documents.documents(ids)));
        stored.sort(Comparator.comparing(OddCompany::ref));
        return stored;
    }

    private static String ref(SearchDocument document) {
        return RandomQuestions.ref(parsed(document));
    }

    static JsonNode parsed(SearchDocument document) {
        return JSON.readTree(document.json().bytes());
    }

    private String own(JsonNode descriptor) {
        ObjectNode own = (ObjectNode) descriptor.deepCopy();
        ObjectNode metadata = own.withObject("metadata");
        metadata.put("namespace", name + "-" + metadata.path("namespace").asString("default"));
        String spec = own.path("spec").toString();
        own.set("spec", JSON.readTree(NAMESPACE.matcher(spec).replaceAll(name + "-$1/")));
        // Names of annotations begin with a domain in lower case here.
        return own.toString().replace("Example.org/Some.Key", "example.org/Some.Key");
    }
}
