package dev.portico.catalog.internal.ingest;

import dev.portico.catalog.internal.source.SourceFile;
import dev.portico.catalog.internal.source.SourceReading;
import dev.portico.catalog.internal.source.SourceUnreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A reading that answers the second time without asking again, so that a source across the network can be fetched
/// before the transaction begins that writes what it said.
final class RememberedReading implements SourceReading {

    private final SourceReading reading;
    private final List<SourceFile> files = new ArrayList<>();
    private final Map<String, Answer<List<SourceFile>>> followed = new HashMap<>();
    private final Map<String, Answer<SourceFile>> dependencies = new HashMap<>();
    private boolean listed;

    RememberedReading(SourceReading reading) {
        this.reading = reading;
    }

    @Override
    public Iterable<SourceFile> files() {
        if (!listed) {
            reading.files().forEach(files::add);
            listed = true;
        }
        return List.copyOf(files);
    }

    @Override
    public List<SourceFile> follow(SourceFile from, String type, String target) {
        return followed.computeIfAbsent(
                        from.location() + '\n' + type + '\n' + target,
                        key -> Answer.of(() -> reading.follow(from, type, target)))
                .give();
    }

    @Override
    public SourceFile dependency(SourceFile from, String target) {
        return dependencies
                .computeIfAbsent(
                        from.location() + '\n' + target, key -> Answer.of(() -> reading.dependency(from, target)))
                .give();
    }

    @Override
    public Optional<String> version() {
        return reading.version();
    }

    @Override
    public void close() {
        reading.close();
    }

    private sealed interface Answer<T> {

        T give();

        static <T> Answer<T> of(Supplier<T> question) {
            try {
                return new Given<>(question.get());
            } catch (SourceUnreadable unreadable) {
                return new Refused<>(unreadable);
            }
        }

        record Given<T>(T value) implements Answer<T> {
            @Override
            public T give() {
                return value;
            }
        }

        record Refused<T>(SourceUnreadable unreadable) implements Answer<T> {
            @Override
            public T give() {
                throw unreadable;
            }
        }
    }
}
