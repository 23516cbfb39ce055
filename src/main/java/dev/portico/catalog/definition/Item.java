package dev.portico.catalog.definition;

import java.util.List;
import java.util.function.Supplier;

/// Something that a definition offers: an operation, a channel, a method, a type.
public final class Item {

    private final String id;
    private final String verb;
    private final String name;
    private final String summary;
    private final boolean deprecated;
    private final Supplier<List<Part>> parts;

    Item(String id, String verb, String name, String summary, boolean deprecated, Supplier<List<Part>> parts) {
        this.id = id;
        this.verb = verb;
        this.name = name;
        this.summary = summary;
        this.deprecated = deprecated;
        this.parts = parts;
    }

    /// What tells it from the other items of its definition, such as `get /fares`.
    public String id() {
        return id;
    }

    /// What is done with it, such as `GET`, `send`, `rpc` or `enum`.
    public String verb() {
        return verb;
    }

    /// A path, an address or a name.
    public String name() {
        return name;
    }

    /// One line about it; may be empty.
    public String summary() {
        return summary;
    }

    /// Whether one had better use another.
    public boolean deprecated() {
        return deprecated;
    }

    /// All there is to say about it. Put together anew at each call, out of the whole definition.
    public List<Part> parts() {
        return parts.get();
    }
}
