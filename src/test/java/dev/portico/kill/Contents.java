package dev.portico.kill;

import java.util.Collection;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that a source, or one file of it, says: descriptors by ref.
record Contents(SortedMap<String, Descriptor> byRef) {

    static final Contents NOTHING = new Contents(new TreeMap<>());

    Contents {
        byRef = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(byRef));
    }

    static Contents of(Stream<Descriptor> descriptors) {
        SortedMap<String, Descriptor> byRef = new TreeMap<>();
        descriptors.forEach(descriptor -> byRef.put(descriptor.ref(), descriptor));
        return new Contents(byRef);
    }

    static Contents union(Collection<Contents> files) {
        return of(files.stream().flatMap(file -> file.byRef().values().stream()));
    }

    String yaml() {
        return byRef.values().stream().map(Descriptor::yaml).collect(Collectors.joining());
    }

    /// What a run does that finds this in place of what was there before.
    Counts since(Contents before) {
        int created = 0;
        int changed = 0;
        for (Descriptor descriptor : byRef.values()) {
            Descriptor held = before.byRef.get(descriptor.ref());
            created += held == null ? 1 : 0;
            changed += held != null && !Objects.equals(held, descriptor) ? 1 : 0;
        }
        int removed = (int) before.byRef.keySet().stream()
                .filter(ref -> !byRef.containsKey(ref))
                .count();
        return new Counts(created, changed, removed);
    }

    /// How many entities a run touched.
    record Counts(int created, int changed, int removed) {

        boolean none() {
            return created + changed + removed == 0;
        }
    }
}
