package dev.portico.catalog.internal.store;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portico.catalog.internal.descriptor.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Where the entities of one file name others: kept with the file, since they move with every line above them while
/// the entities stay as they are.
public final class ReferencePlaces {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Placed>> PLACES = new TypeReference<>() {};

    private final Map<String, Placed> places;

    private ReferencePlaces(Map<String, Placed> places) {
        this.places = places;
    }

    /// Reads what a [Writer] wrote; nothing for a file that was read before places were kept.
    static ReferencePlaces of(@Nullable String text) {
        return new ReferencePlaces(text == null ? Map.of() : JSON.readValue(text, PLACES));
    }

    /// Where the entity names the other in this relation.
    public Optional<Spot> find(String ref, String type, String other) {
        Placed placed = places.get(ref);
        return placed == null
                ? Optional.empty()
                : placed.at().stream()
                        .filter(at -> at.type().equals(type) && at.other().equals(other))
                        .findFirst()
                        .map(at -> new Spot(placed.document(), at.line(), at.column(), at.field()));
    }

    /// A place in a file.
    ///
    /// @param document the document, from 0
    /// @param line     the line, from 1
    /// @param column   the column, from 1
    /// @param field    the path of the field
    public record Spot(int document, int line, int column, String field) {}

    /// Gathers the places of a file as text: about 80 bytes for each.
    public static final class Writer {

        private final StringBuilder text = new StringBuilder("{");

        /// Adds an entity, once.
        public void add(String ref, int document, List<Reference> references) {
            if (references.isEmpty()) {
                return;
            }
            List<At> all = references.stream()
                    .map(one -> new At(one.type(), one.other().toString(), one.field(), one.line(), one.column()))
                    .toList();
            text.append(text.length() == 1 ? "" : ",")
                    .append(JSON.writeValueAsString(ref))
                    .append(':')
                    .append(JSON.writeValueAsString(new Placed(document, all)));
        }

        /// All that was added.
        public String text() {
            return text + "}";
        }
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private record Placed(int document, List<At> at) {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private record At(String type, String other, String field, int line, int column) {}
}
