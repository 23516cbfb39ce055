package dev.portico.access.internal.text;

import dev.portico.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A YAML document as JSON, with the line and column of each value. Every scalar is a text, but for an empty one, which
/// is null. Aliases are refused, and so is whatever is nested deeper than any policy.
///
/// @param value  what it says; null where it is empty
/// @param places where each value begins, by its JSON pointer
public record PlacedYaml(JsonNode value, Map<String, Place> places) {

    private static final int DEEPEST = 60;

    public PlacedYaml {
        places = Map.copyOf(places);
    }

    /// A place in a text; both count from 1.
    public record Place(int line, int column) {

        /// The place in words: `line 3, column 7`.
        public String words() {
            return "line " + line + ", column " + column;
        }
    }

    /// Reads all documents of a text.
    ///
    /// @throws Refusal.InvalidInput where it is no YAML; the message says where
    public static List<PlacedYaml> read(String text) {
        List<PlacedYaml> documents = new ArrayList<>();
        try {
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            while (events.hasNext()) {
                if (events.next().getEventId() == Event.ID.DocumentStart) {
                    Reading reading = new Reading(events);
                    documents.add(new PlacedYaml(reading.value(events.next(), "", 0), reading.places));
                }
            }
            return documents;
        } catch (MarkedYamlEngineException broken) {
            throw refused(
                    broken.getProblemMark(),
                    "this is no YAML: " + broken.getProblem() + ". Mend it there, or just before");
        } catch (YamlEngineException broken) {
            throw refused(Optional.empty(), "this is no YAML: " + broken.getMessage() + ". Mend it");
        }
    }

    /// Where a value stands, or what it is in where it has no place itself.
    public Place place(String pointer) {
        String at = pointer;
        while (true) {
            Place place = places.get(at);
            if (place != null) {
                return place;
            }
            int slash = at.lastIndexOf('/');
            if (slash < 0) {
                return new Place(1, 1);
            }
            at = at.substring(0, slash);
        }
    }

    private static Refusal.InvalidInput refused(Optional<Mark> mark, String why) {
        Place place = mark.map(PlacedYaml::place).orElse(new Place(1, 1));
        return new Refusal.InvalidInput("policy-yaml", "At " + place.words() + ": " + why);
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static final class Reading {

        private final Iterator<Event> events;
        private final Map<String, Place> places = new HashMap<>();

        Reading(Iterator<Event> events) {
            this.events = events;
        }

        JsonNode value(Event event, String pointer, int depth) {
            event.getStartMark().map(PlacedYaml::place).ifPresent(place -> places.put(pointer, place));
            if (depth > DEEPEST) {
                throw refused(event.getStartMark(), "it is nested too deeply; a policy is not");
            }
            return switch (event.getEventId()) {
                case MappingStart -> mapping(pointer, depth);
                case SequenceStart -> sequence(pointer, depth);
                case Scalar -> scalar((ScalarEvent) event);
                case Alias -> throw refused(event.getStartMark(), "aliases are not read; write the value out");
                default -> JsonNodeFactory.instance.nullNode();
            };
        }

        private ObjectNode mapping(String pointer, int depth) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
                if (!(key instanceof ScalarEvent named)) {
                    throw refused(key.getStartMark(), "a field has a name here, and no list or object");
                }
                String name = named.getValue();
                if (json.has(name)) {
                    throw refused(key.getStartMark(), "the field " + name + " is there twice; leave one out");
                }
                String where = pointer + "/" + name;
                json.set(name, value(events.next(), where, depth + 1));
                key.getStartMark().map(PlacedYaml::place).ifPresent(place -> places.put(where, place));
            }
            return json;
        }

        private ArrayNode sequence(String pointer, int depth) {
            ArrayNode json = JsonNodeFactory.instance.arrayNode();
            for (Event item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
                json.add(value(item, pointer + "/" + json.size(), depth + 1));
            }
            return json;
        }

        private static JsonNode scalar(ScalarEvent scalar) {
            String text = scalar.getValue();
            boolean empty = scalar.getScalarStyle() == ScalarStyle.PLAIN && (text.isEmpty() || text.equals("null"));
            return empty ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.stringNode(text);
        }
    }
}
