package dev.portico.access.ui.frame;

import dev.portico.access.Readers;
import dev.portico.access.things.ThingValues;
import dev.portico.kernel.EntityRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What people, groups and other entities are called, as far as whoever is signed in may read them.
@Component
public final class CatalogNames {

    private static final int MOST = 1_000;
    private static final List<String> PARTIES = List.of("user:", "group:");

    private final ObjectProvider<ThingValues> values;
    private final Readers readers;

    CatalogNames(ObjectProvider<ThingValues> values, Readers readers) {
        this.values = values;
        this.readers = readers;
    }

    /// The names of the people and groups among these words; of 1,000 at most. One question to the index.
    public Names parties(Collection<String> words) {
        @Nullable ThingValues known = values.getIfAvailable();
        List<EntityRef> refs = words.stream()
                .filter(CatalogNames::party)
                .distinct()
                .limit(MOST)
                .map(EntityRef::parse)
                .toList();
        if (known == null || refs.isEmpty()) {
            return Names.NONE;
        }
        Map<String, String> names = new HashMap<>();
        known.names(readers.current(), refs).forEach((ref, name) -> names.put(ref.toString(), name));
        return new Names(names);
    }

    /// Whether a word is the ref of a person or a group, written out.
    private static boolean party(String word) {
        int colon = word.indexOf(':');
        int slash = word.indexOf('/');
        return PARTIES.stream().anyMatch(word::startsWith) && slash > colon + 1 && slash < word.length() - 1;
    }

    /// Names by ref.
    public record Names(Map<String, String> known) {

        /// Of nobody.
        public static final Names NONE = new Names(Map.of());

        public Names {
            known = Map.copyOf(known);
        }

        /// What to call it: its name, or for people and groups that are not known their short name; any other word says
        /// itself.
        public String of(String word) {
            if (!party(word)) {
                return word;
            }
            EntityRef ref = EntityRef.parse(word);
            return known.getOrDefault(ref.toString(), ref.shortName());
        }
    }
}
