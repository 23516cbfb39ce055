package dev.portico.catalog.web;

import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.Entity;
import dev.portico.catalog.EntityPage;
import dev.portico.catalog.Facet;
import dev.portico.catalog.Orphans;
import dev.portico.catalog.ProblemKind;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Entities over REST, as far as the reader may read them.
@RestController
@RequestMapping("/api/portico/entities")
final class EntitiesController {

    private static final int TAG_BYTES = 16;

    private final Catalog catalog;
    private final Orphans orphans;

    EntitiesController(Catalog catalog, Orphans orphans) {
        this.catalog = catalog;
        this.orphans = orphans;
    }

    @GetMapping
    EntityPage list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") Set<String> kind,
            @RequestParam(defaultValue = "") Set<String> type,
            @RequestParam(defaultValue = "") Set<String> owner,
            @RequestParam(defaultValue = "") Set<String> lifecycle,
            @RequestParam(defaultValue = "") Set<String> tag,
            @RequestParam(defaultValue = "") Set<String> system,
            @RequestParam(defaultValue = "") Set<String> namespace,
            @RequestParam(defaultValue = "false") boolean problems,
            @RequestParam(defaultValue = "NAME") CatalogQuery.Order order,
            @RequestParam(defaultValue = "false") boolean descending,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit,
            Reader reader) {
        Map<Facet, Set<String>> chosen = Map.of(
                Facet.KIND,
                kind,
                Facet.TYPE,
                type,
                Facet.OWNER,
                owner,
                Facet.LIFECYCLE,
                lifecycle,
                Facet.TAG,
                tag,
                Facet.SYSTEM,
                system,
                Facet.NAMESPACE,
                namespace,
                Facet.PROBLEM,
                problems ? Set.of(ProblemKind.ANY) : Set.of());
        return catalog.find(new CatalogQuery(text, chosen, order, descending, offset, limit), reader);
    }

    /// The whole entity as JSON. Its tag is that of the bytes: they differ with the reader, and with relations and
    /// status where the entity's own etag does not.
    @GetMapping("/{kind}/{namespace}/{name}")
    ResponseEntity<String> entity(
            @PathVariable String kind, @PathVariable String namespace, @PathVariable String name, Reader reader) {
        EntityRef ref = new EntityRef(kind, namespace, name);
        Entity entity = catalog.entity(ref, reader)
                .orElseThrow(() ->
                        new Refusal.NotFound("entity-unknown", "There is no entity " + ref + " that you may read."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(tag(entity.json()))
                .body(entity.json());
    }

    /// Deletes an entity that was kept although nothing places it any more.
    @DeleteMapping("/{kind}/{namespace}/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String kind, @PathVariable String namespace, @PathVariable String name, Reader reader) {
        orphans.remove(new EntityRef(kind, namespace, name), reader);
    }

    private static String tag(String json) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
