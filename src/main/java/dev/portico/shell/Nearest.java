package dev.portico.shell;

import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.EntitySummary;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Symbol;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What an address that leads nowhere may have meant: pages whose name or path is alike, and entities called so.
@Component
final class Nearest {

    private static final int MOST = 4;
    private static final int SHORTEST = 3;
    private static final int WORDS = 4;

    private final Catalog catalog;
    private final Captions captions;
    private final Readers readers;
    private final PaletteSearch palette;
    private final Ways ways;

    Nearest(Catalog catalog, Captions captions, Readers readers, PaletteSearch palette, Ways ways) {
        this.catalog = catalog;
        this.captions = captions;
        this.readers = readers;
        this.palette = palette;
        this.ways = ways;
    }

    /// The nearest, as far as the reader may read them; best first.
    ///
    /// @param path of the page that is not there
    List<Found> to(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean deep = path.indexOf('/') != path.lastIndexOf('/');
        List<EntitySummary> entities = entities(name);
        Captions.Said said = captions.of(entities, readers.current());
        return Stream.concat(
                        deep ? Stream.empty() : pages(name),
                        entities.stream().map(entity -> Found.of(entity, said.of(entity))))
                .limit(MOST)
                .toList();
    }

    /// Those of the menu first; of the others, the last part of their path says what they are.
    private Stream<Found> pages(String name) {
        Stream<Found> menu = palette.pages()
                .filter(page ->
                        Match.near(name, page.label()) || Match.near(name, last(String.valueOf(page.address()))));
        Stream<Found> others = ways.titles().entrySet().stream()
                .filter(page -> Match.near(name, last(page.getKey())))
                .map(page -> new Found("", page.getValue(), "Page", Symbol.FILE, null, "", page.getKey(), () -> {}));
        Set<String> told = new HashSet<>();
        return Stream.concat(menu, others).filter(page -> told.add(String.valueOf(page.address())));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private List<EntitySummary> entities(String name) {
        Reader reader = readers.current();
        List<String> words = Match.words(name).stream().limit(WORDS).toList();
        Map<EntityRef, EntitySummary> found = new LinkedHashMap<>();
        if (!words.isEmpty()) {
            catalog.suggest(String.join(" ", words), MOST, reader).forEach(entity -> found.put(entity.ref(), entity));
        }
        for (String word : words) {
            if (found.size() < MOST && word.length() > SHORTEST) {
                catalog.suggest(word, MOST, reader).forEach(entity -> found.putIfAbsent(entity.ref(), entity));
            }
        }
        return List.copyOf(found.values());
    }
}
