package dev.portico.access.things;

import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// A bean that knows what things say of themselves, for whoever writes a condition about them. At most one bean
/// implements it; without one, nothing is suggested.
public interface ThingValues {

    /// What things say of themselves.
    enum Property {
        KIND,
        TYPE,
        LIFECYCLE,
        NAMESPACE,
        TAG
    }

    /// The values that things which the reader may read have, most frequent first. One question to the index.
    List<String> values(Reader reader, Property property);

    /// Refs of the things that words typed so far may mean, as far as the reader may read them, best first.
    ///
    /// @param kind  the kind that they have to be of, in lower case; empty for any
    /// @param limit how many at most, 1 to 50
    List<String> refs(Reader reader, String kind, String typed, int limit);

    /// What to call these things on a screen, by ref; without those that are not there or that the reader may not read.
    /// One question to the index.
    ///
    /// @param refs 1,000 at most
    Map<EntityRef, String> names(Reader reader, Collection<EntityRef> refs);
}
