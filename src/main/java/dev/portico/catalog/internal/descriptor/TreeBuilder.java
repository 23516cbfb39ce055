package dev.portico.catalog.internal.descriptor;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Builds one document from the events of the YAML parser, in one pass: values, places, duplicate keys, limits.
///
/// Keys that are no strings become strings as ECMAScript writes them. `<<` is a key like any other.
final class TreeBuilder {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setParseComments(false)
            .build();

    private final DescriptorLimits limits;
    private final int firstLine;
    private final ParserImpl events;
    private final boolean hidden;
    private final LineIndents indents;
    private final Anchors anchors;
    private int nodes;
    private boolean inBrackets;

    /// @param hidden whether the text went through [ControlCharacters]
    TreeBuilder(String text, boolean hidden, int firstLine, DescriptorLimits limits) {
        this.hidden = hidden;
        this.limits = limits;
        this.firstLine = firstLine;
        this.indents = new LineIndents(text);
        this.anchors = new Anchors(limits);
        this.events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, new WholeCharacters(text)));
    }

    /// Whether the builder stopped between brackets.
    boolean inBrackets() {
        return inBrackets;
    }

    /// Reads all of it.
    ///
    /// @return the value at its root; null for an empty document
    DocumentParser.Root document() throws YamlFault {
        while (true) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, DocumentStart -> {}
                case StreamEnd -> {
                    return new DocumentParser.Root(null, Place.of(firstLine, 1));
                }
                default -> {
                    Object value = node(event, 0, -1);
                    events.next();
                    Event next = events.next();
                    if (next.getEventId() != Event.ID.StreamEnd) {
                        throw SyntaxAdvice.fault(place(next), "expected the end of the document");
                    }
                    return new DocumentParser.Root(value, place(event));
                }
            }
        }
    }

    /// @param indent the column, from 0, of the block that the node stands in; -1 outside of any
    private @Nullable Object node(Event event, int depth, int indent) throws YamlFault {
        nodes++;
        if (nodes > limits.nodes()) {
            throw SyntaxAdvice.limit(place(event), "holds too many values", "nodes", limits.nodes());
        }
        if (depth > limits.depth()) {
            throw SyntaxAdvice.limit(place(event), "is nested too deep", "depth", limits.depth());
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar, indent);
            case CollectionStartEvent collection -> collection(collection, depth, indent);
            case AliasEvent alias -> {
                nodes += anchors.sizeOf(alias);
                yield anchors.use(alias, nodes, place(event));
            }
            default -> throw SyntaxAdvice.fault(place(event), "unexpected " + event.getEventId());
        };
    }

    private @Nullable Object scalar(ScalarEvent event, int indent) throws YamlFault {
        if (indent >= 0 && !inBrackets && (event.isDQuoted() || event.isSQuoted())) {
            int last = line(event.getEndMark().orElseThrow());
            int shallow = indents.shallowInQuotes(line(event.getStartMark().orElseThrow()), last, indent + 1);
            if (shallow >= 0) {
                throw SyntaxAdvice.shallow(Place.of(firstLine + shallow, 1), "text in quotes");
            }
        }
        Object value = ScalarTags.resolve(event, hidden, place(event));
        event.getAnchor().ifPresent(anchor -> anchors.scalar(anchor, value));
        return value;
    }

    private Object collection(CollectionStartEvent event, int depth, int indent) throws YamlFault {
        boolean outermost = event.isFlow() && !inBrackets;
        inBrackets |= outermost;
        Object value = event instanceof MappingStartEvent map
                ? map(map, depth, indent)
                : list((SequenceStartEvent) event, depth, indent);
        if (outermost) {
            inBrackets = false;
        }
        return ScalarTags.collection(event, value);
    }

    private YamlMap map(MappingStartEvent event, int depth, int outer) throws YamlFault {
        YamlMap map = new YamlMap(place(event));
        Anchors.Anchored anchored = anchors.open(event.getAnchor());
        DuplicateKeys seen = new DuplicateKeys(map);
        int before = nodes;
        int indent = outer;
        Event key = events.next();
        if (!event.isFlow()) {
            boolean plain = event.getAnchor().isEmpty() && event.getTag().isEmpty();
            indent = Place.column(plain ? map.place : place(key)) - 1;
        }
        while (key.getEventId() != Event.ID.MappingEnd) {
            long keyPlace = place(key);
            Object keyValue = node(key, depth + 1, indent);
            String text = KeyText.of(keyValue);
            boolean scalar = key instanceof ScalarEvent;
            if (scalar && seen.repeats(keyValue)) {
                throw SyntaxAdvice.duplicate(keyPlace, text);
            }
            Event valueEvent = events.next();
            Object value = node(valueEvent, depth + 1, indent);
            map.put(text, keyPlace, value, place(valueEvent));
            seen.add(scalar, keyValue);
            map.weight =
                    Math.max(map.weight, Math.max(anchors.weight(key, keyValue), anchors.weight(valueEvent, value)));
            key = events.next();
        }
        anchors.close(anchored, map, map.weight, nodes - before);
        refuseShallow(event, key, outer);
        return map;
    }

    private YamlList list(SequenceStartEvent event, int depth, int outer) throws YamlFault {
        YamlList list = new YamlList(place(event));
        Anchors.Anchored anchored = anchors.open(event.getAnchor());
        boolean plain = event.getAnchor().isEmpty() && event.getTag().isEmpty();
        int indent = event.isFlow() || !plain ? outer : Place.column(list.place) - 1;
        int before = nodes;
        Event item = events.next();
        while (item.getEventId() != Event.ID.SequenceEnd) {
            Object value = node(item, depth + 1, indent);
            list.add(value, place(item));
            list.weight = Math.max(list.weight, anchors.weight(item, value));
            item = events.next();
        }
        anchors.close(anchored, list, list.weight, nodes - before);
        refuseShallow(event, item, outer);
        return list;
    }

    private void refuseShallow(CollectionStartEvent start, Event end, int indent) throws YamlFault {
        if (!start.isFlow() || indent < 0) {
            return;
        }
        int first = line(start.getStartMark().orElseThrow());
        int shallow = indents.shallowInBrackets(first, line(end.getEndMark().orElseThrow()), indent + 1);
        if (shallow >= 0) {
            throw SyntaxAdvice.shallow(Place.of(firstLine + shallow, 1), "value in brackets");
        }
    }

    private static int line(Mark mark) {
        return mark.getLine();
    }

    private long place(Event event) {
        return event.getStartMark().map(this::place).orElse(Place.of(firstLine, 1));
    }

    private long place(Mark mark) {
        return Place.of(firstLine + mark.getLine(), mark.getColumn() + 1);
    }
}
