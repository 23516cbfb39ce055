package dev.portico.search.internal;

import dev.portico.kernel.Refusal;
import dev.portico.search.fields.FieldSource;
import dev.portico.search.sources.DocumentField;
import dev.portico.search.sources.DocumentSource;
import dev.portico.search.sources.SearchDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The modules that give documents, and those that add fields to them.
@Component
final class Registered {

    /// Raised whenever documents become something else in Lucene, so that indexes made before are built anew.
    private static final int FORMAT = 8;

    private final Map<String, DocumentSource> sources = new TreeMap<>();
    private final List<FieldSource> fields;
    private final Map<String, Set<String>> listed = new HashMap<>();
    private final Set<String> guarded = new HashSet<>();

    Registered(ObjectProvider<DocumentSource> sources, ObjectProvider<FieldSource> fields) {
        sources.forEach(source -> this.sources.put(source.type(), source));
        this.fields = fields.stream().toList();
        this.sources.keySet().forEach(type -> listed.put(type, lowerPaths(type)));
        this.sources.values().forEach(source -> source.guarded().forEach(path -> guarded.add(Names.path(path))));
    }

    private Set<String> lowerPaths(String type) {
        Set<String> paths = new HashSet<>();
        source(type).listed().forEach(path -> paths.add(Names.path(path)));
        fields.stream().filter(source -> source.type().equals(type)).forEach(source -> source.listed()
                .forEach(path -> paths.add(Names.path(path))));
        return paths;
    }

    /// What the documents of this portal are made of. Two portals with equal shapes understand each other's indexes.
    String shape() {
        return FORMAT + " " + new java.util.TreeSet<>(guarded) + " "
                + new TreeMap<>(listed.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> new java.util.TreeSet<>(entry.getValue()))));
    }

    Set<String> types() {
        return sources.keySet();
    }

    DocumentSource source(String type) {
        DocumentSource source = sources.get(type);
        if (source == null) {
            throw new Refusal.InvalidInput(
                    "search-type", "There are no documents of the type " + type + "; there are " + sources.keySet());
        }
        return source;
    }

    /// The paths, in lower case, at which documents of any type may have guarded values.
    Set<String> guarded() {
        return guarded;
    }

    /// Whether documents of the type may have guarded values.
    boolean isGuarded(String type) {
        return !source(type).guarded().isEmpty();
    }

    /// Whether the path has doc values of its own in every one of the types.
    boolean isListed(Collection<String> types, String path) {
        return types.stream()
                .allMatch(type -> listed.getOrDefault(type, Set.of()).contains(path));
    }

    /// The types whose documents a topic of the change feed names.
    Set<String> typesOf(String topic) {
        Set<String> types = new HashSet<>();
        sources.values().stream()
                .filter(source -> source.topic().equals(topic))
                .forEach(source -> types.add(source.type()));
        fields.stream().filter(source -> source.topic().equals(topic)).forEach(source -> types.add(source.type()));
        return types;
    }

    /// The documents of a type as Lucene keeps them, by id.
    ///
    /// @param ids at most 1,000
    Map<String, Document> documents(String type, Collection<String> ids) {
        List<SearchDocument> found = source(type).documents(ids);
        Map<String, List<DocumentField>> more = new HashMap<>();
        for (FieldSource adding : fields) {
            if (adding.type().equals(type)) {
                adding.fields(ids).forEach((id, added) -> more.computeIfAbsent(id, any -> new ArrayList<>())
                        .addAll(added));
            }
        }
        Map<String, Document> documents = LinkedHashMap.newLinkedHashMap(found.size());
        for (SearchDocument document : found) {
            documents.put(
                    document.id(),
                    Documents.of(
                            type,
                            document,
                            listed.getOrDefault(type, Set.of()),
                            guarded,
                            more.getOrDefault(document.id(), List.of())));
        }
        return documents;
    }
}
