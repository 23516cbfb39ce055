package dev.portico.catalog.internal.source;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.jspecify.annotations.Nullable;

/// Ends a fetch that takes too long or brings too much. Looks at the disk at most once a second.
final class FetchLimits extends EmptyProgressMonitor {

    private static final long BETWEEN_LOOKS = 1_000_000_000L;

    private final Path clone;
    private final SourceSettings settings;
    private final long deadline;
    private long nextLook;
    private @Nullable Reason passed;

    FetchLimits(Path clone, SourceSettings settings) {
        this.clone = clone;
        this.settings = settings;
        this.deadline = System.nanoTime() + settings.fetchTimeout().toNanos();
        this.nextLook = System.nanoTime() + BETWEEN_LOOKS;
    }

    @Override
    public boolean isCancelled() {
        long now = System.nanoTime();
        if (now - deadline > 0) {
            passed = Reason.UNREACHABLE;
        } else if (now - nextLook > 0) {
            nextLook = now + BETWEEN_LOOKS;
            if (tooLarge()) {
                passed = Reason.TOO_LARGE;
            }
        }
        return passed != null;
    }

    /// The limit that was passed; null where none was.
    @Nullable
    Reason passed() {
        return passed;
    }

    /// Whether the clone is larger than it may be.
    boolean tooLarge() {
        try (Stream<Path> files = Files.walk(clone, 6)) {
            long bytes = 0;
            for (Path file : (Iterable<Path>) files::iterator) {
                bytes += size(file);
            }
            return bytes > settings.maxRepositorySize().toBytes();
        } catch (IOException | java.io.UncheckedIOException moving) {
            return false;
        }
    }

    SourceUnreadable refusal(SourceTarget target, @Nullable Throwable cause) {
        boolean late = passed == Reason.UNREACHABLE;
        String message = late
                ? target.target() + " was not fetched within "
                        + settings.fetchTimeout().toSeconds()
                        + " s. It is tried again; portico.sources.fetch-timeout gives it longer"
                : target.target() + " is larger than "
                        + settings.maxRepositorySize().toMegabytes()
                        + " MB. Raise portico.sources.max-repository-size, or name the descriptors by URL";
        return new SourceUnreadable(late ? Reason.UNREACHABLE : Reason.TOO_LARGE, target.ref(), message, cause);
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.isDirectory(file) ? 0 : Files.size(file);
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }
}
