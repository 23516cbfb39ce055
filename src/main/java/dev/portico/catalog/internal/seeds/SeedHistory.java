package dev.portico.catalog.internal.seeds;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What the descriptors of the sample company said before, as a list of changes. Undoing the newer ones gives the
/// descriptors as they were at any moment.
///
/// @param since   how long before the first start the company's catalog began
/// @param changes the newest first
record SeedHistory(Duration since, List<Change> changes) {

    private static final String SEPARATOR = "\n---\n";

    SeedHistory {
        changes = changes.stream().sorted(Comparator.comparing(Change::ago)).toList();
    }

    /// Reads `history.yaml`.
    static SeedHistory read(String yaml) {
        Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        List<?> changes = (List<?>) Objects.requireNonNull(root.get("changes"));
        return new SeedHistory(
                Duration.parse(text(root, "since")),
                changes.stream().map(change -> Change.of((Map<?, ?>) change)).toList());
    }

    /// The moments at which something changed, as durations before the first start, the earliest first.
    List<Duration> moments() {
        return Stream.concat(Stream.of(since), changes.stream().map(Change::ago))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /// What a file said right after a moment.
    ///
    /// @param ago     one of [#moments]
    /// @param present what it says today
    String at(Duration ago, String present) {
        String text = present;
        for (Change change : changes) {
            if (change.ago().compareTo(ago) < 0) {
                text = change.undone(text);
            }
        }
        return text;
    }

    private static String text(Map<?, ?> map, String key) {
        return Objects.requireNonNullElse(map.get(key), "").toString();
    }

    /// One change of one entity.
    ///
    /// @param ago    when, as a duration before the first start
    /// @param kind   the kind as descriptors write it
    /// @param name   the entity's name
    /// @param now    what the descriptor says since then; empty where the whole descriptor is new
    /// @param before what stood in its place
    record Change(Duration ago, String kind, String name, String now, String before) {

        private static Change of(Map<?, ?> map) {
            String entity = text(map, "entity");
            int colon = entity.indexOf(':');
            String kind = entity.substring(0, colon);
            return new Change(
                    Duration.parse(text(map, "ago")),
                    kind.equals("api") ? "API" : kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1),
                    entity.substring(colon + 1),
                    text(map, "now"),
                    text(map, "before"));
        }

        /// Whether a document of a file describes the entity.
        boolean concerns(String document) {
            return line("kind: " + kind).matcher(document).find()
                    && line("  name: " + name).matcher(document).find();
        }

        private String undone(String text) {
            if (!text.contains(name)) {
                return text;
            }
            Stream<String> documents = Stream.of(text.split(SEPARATOR));
            return String.join(
                    SEPARATOR,
                    now.isEmpty()
                            ? documents.filter(document -> !concerns(document)).toList()
                            : documents
                                    .map(document -> concerns(document) ? document.replace(now, before) : document)
                                    .toList());
        }

        private static Pattern line(String line) {
            return Pattern.compile("^" + Pattern.quote(line) + "$", Pattern.MULTILINE);
        }
    }
}
