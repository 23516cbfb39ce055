package dev.portico.api.backstage;

import dev.portico.search.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which parts of an entity to give: all, or those at some dotted paths.
final class Fields {

    static final Fields ALL = new Fields(Set.of());

    private final Set<String> paths;

    private Fields(Set<String> paths) {
        this.paths = paths;
    }

    /// @param paths none, or none but blank ones, for the whole entity
    static Fields of(@Nullable List<String> paths) {
        if (paths == null) {
            return ALL;
        }
        Set<String> kept = new LinkedHashSet<>();
        for (String path : paths) {
            if (path.indexOf('[') >= 0) {
                throw InputError.of("Invalid field \"" + path + "\", array type fields are not supported");
            }
            for (String part : path.split(",", -1)) {
                if (!part.isBlank()) {
                    kept.add(part.strip());
                }
            }
        }
        Most.FIELDS.check("fields", kept);
        return kept.isEmpty() ? ALL : new Fields(Collections.unmodifiableSet(kept));
    }

    boolean all() {
        return paths.isEmpty();
    }

    /// The entity, or what is wanted of it.
    Json keep(Json entity) {
        return all() ? entity : new Projection(entity.bytes()).keep(paths);
    }

    void write(Json entity, OutputStream out) throws IOException {
        keep(entity).writeTo(out);
    }
}
