package dev.portico.kill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Makes up what sources say next. Every version differs from the one before, and brings at least one entity that is
/// new or changed.
final class Inventor {

    private final String prefix;
    private final Random random;
    private int versions;
    private int names;

    /// @param prefix begins the names of all entities, so that no two sources claim the same one
    Inventor(String prefix, Random random) {
        this.prefix = prefix;
        this.random = random;
    }

    /// The word that stands in the description of each entity of the latest version.
    String latest() {
        return "v" + versions + "-" + prefix;
    }

    /// Contents that follow others: some entities change, some go, some are new.
    ///
    /// @param most how many entities there are at most
    Contents next(Contents before, int most) {
        versions++;
        List<Descriptor> kept = new ArrayList<>(before.byRef().values());
        Collections.shuffle(kept, random);
        int fresh = 1 + random.nextInt(random.nextInt(5) == 0 ? most : Math.max(1, most / 8));
        int room = Math.max(0, most - fresh);
        int leaving = Math.max(kept.size() - room, kept.size() * random.nextInt(30) / 100);
        List<Descriptor> next = new ArrayList<>();
        for (Descriptor descriptor : kept.subList(Math.min(leaving, kept.size()), kept.size())) {
            next.add(random.nextInt(4) == 0 ? changed(descriptor) : descriptor);
        }
        for (int i = 0; i < fresh; i++) {
            next.add(fresh());
        }
        return Contents.of(next.stream());
    }

    /// The same entities, each of them changed.
    Contents rewritten(Contents before) {
        versions++;
        return Contents.of(before.byRef().values().stream().map(this::changed));
    }

    private Descriptor changed(Descriptor descriptor) {
        return new Descriptor(descriptor.kind(), descriptor.name(), latest(), owner(), targets());
    }

    private Descriptor fresh() {
        String kind = Descriptor.KINDS.get(random.nextInt(Descriptor.KINDS.size()));
        return new Descriptor(kind, prefix + "-" + names++, latest(), owner(), targets());
    }

    private String owner() {
        return "team-" + random.nextInt(7);
    }

    private List<String> targets() {
        return random.ints(random.nextInt(4), 0, Math.max(1, names))
                .distinct()
                .mapToObj(number -> "component:default/" + prefix + "-" + number)
                .toList();
    }
}
