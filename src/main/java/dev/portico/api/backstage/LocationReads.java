package dev.portico.api.backstage;

import dev.portico.catalog.Locations;
import dev.portico.catalog.SourceLocation;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.search.Search;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Sources, as the locations that were registered.
@Controller
@RequestMapping("/api/catalog/locations")
final class LocationReads {

    private final Locations locations;
    private final Search search;

    LocationReads(Locations locations, Search search) {
        this.locations = locations;
        this.search = search;
    }

    @GetMapping
    void all(Reader reader, HttpServletRequest http, HttpServletResponse response) throws IOException {
        Parameters.of(http, Set.of());
        Answer.send(
                locations.all(reader).stream()
                        .map(location -> Map.of("data", LocationJson.of(location)))
                        .toList(),
                response);
    }

    @GetMapping("/{id}")
    void one(@PathVariable String id, Reader reader, HttpServletResponse response) throws IOException {
        send(location -> location.id().equals(id), "Found no location with ID " + id, reader, response);
    }

    @GetMapping("/by-entity/{kind}/{namespace}/{name}")
    void byEntity(
            @PathVariable String kind,
            @PathVariable String namespace,
            @PathVariable String name,
            Reader reader,
            HttpServletResponse response)
            throws IOException {
        String origin = Placement.of(EntityReads.named(kind, namespace, name, search, reader))
                .origin();
        send(
                location -> location.ref().equals(origin),
                "Found no location of the entity " + kind + ':' + namespace + '/' + name,
                reader,
                response);
    }

    @PostMapping("/by-query")
    void byQuery(Reader reader, HttpServletRequest http, HttpServletResponse response) throws IOException {
        LocationPage page = LocationPage.of(Body.of(http, LocationPage.FIELDS));
        List<LocationJson> matching = locations.all(reader).stream()
                .map(LocationJson::of)
                .filter(location -> Matching.holds(page.filter(), location.fields()))
                .sorted(Comparator.comparing(LocationJson::id))
                .toList();
        List<LocationJson> rest = matching.stream()
                .filter(location -> location.id().compareTo(page.after()) > 0)
                .toList();
        List<LocationJson> items = rest.subList(0, Math.min(page.limit(), rest.size()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", items);
        answer.put("totalItems", matching.size());
        answer.put(
                "pageInfo",
                items.size() < rest.size()
                        ? Map.of("nextCursor", page.next(items.getLast().id()))
                        : Map.of());
        Answer.send(answer, response);
    }

    private void send(Predicate<SourceLocation> wanted, String missing, Reader reader, HttpServletResponse response)
            throws IOException {
        SourceLocation location = locations.all(reader).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("location-unknown", missing));
        Answer.send(LocationJson.of(location), response);
    }

    /// A location as clients know it.
    record LocationJson(String id, String type, String target, String entityRef) {

        static LocationJson of(SourceLocation location) {
            return new LocationJson(location.id(), location.type(), location.target(), location.entityRef());
        }

        Map<String, String> fields() {
            return Map.of("id", id, "type", type, "target", target, "entityref", entityRef);
        }
    }
}
