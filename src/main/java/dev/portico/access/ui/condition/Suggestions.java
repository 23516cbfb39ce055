package dev.portico.access.ui.condition;

import dev.portico.access.Readers;
import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.access.things.ThingValues;
import dev.portico.access.things.ThingValues.Property;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What can be named in a role: the values that things have, the things themselves, and the spaces, as far as whoever
/// is signed in may read them. Anything else may be typed too.
@Component
public final class Suggestions {

    private static final int MOST = 50;

    private final ObjectProvider<ThingValues> values;
    private final Spaces spaces;
    private final Readers readers;

    Suggestions(ObjectProvider<ThingValues> values, Spaces spaces, Readers readers) {
        this.values = values;
        this.spaces = spaces;
        this.readers = readers;
    }

    /// The values that things have, most frequent first.
    public List<String> values(Property property) {
        @Nullable ThingValues known = values.getIfAvailable();
        return known == null ? List.of() : known.values(readers.current(), property);
    }

    /// Refs of what the words typed so far may mean.
    ///
    /// @param kind the kind in lower case; empty for any
    public List<String> refs(String kind, String typed) {
        @Nullable ThingValues known = values.getIfAvailable();
        return known == null ? List.of() : known.refs(readers.current(), kind, typed, MOST);
    }

    /// A page of [#refs], as boxes ask for them.
    public Stream<String> refs(String kind, String typed, int offset, int limit) {
        return refs(kind, typed).stream().skip(offset).limit(limit);
    }

    /// The names of the spaces.
    public List<String> spaces() {
        return spaces.list(readers.current()).stream().map(Space::name).toList();
    }
}
