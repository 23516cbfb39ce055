package dev.portico.catalog.internal.ingest;

import dev.portico.catalog.SourceRun;
import dev.portico.catalog.internal.store.CatalogSource;
import dev.portico.catalog.internal.store.CatalogSources;
import dev.portico.catalog.internal.store.RunLog;
import dev.portico.jobs.JobHandler;
import dev.portico.kernel.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Runs one source when its time has come, and says when that is again.
///
/// After a failure the pause doubles with each failure in a row, up to a limit; a run that goes well ends that.
@Component
public final class SourceJob implements JobHandler {

    /// The name under which runs of sources are scheduled; the key is the source's id.
    public static final String NAME = "catalog.source";

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

    private final CatalogSources sources;
    private final SourceRunner runner;
    private final RunLog runs;
    private final CatalogIngestionSettings settings;

    SourceJob(CatalogSources sources, SourceRunner runner, RunLog runs, CatalogIngestionSettings settings) {
        this.sources = sources;
        this.runner = runner;
        this.runs = runs;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> run(String key) {
        Optional<CatalogSource> source = sources.findById(UUID.fromString(key));
        if (source.isEmpty()) {
            return Optional.empty();
        }
        SourceRun run =
                runner.pull(source.get(), runs.asked(source.get().id()).orElse("schedule"), Reader.system("sources"));
        Optional<Instant> next = next(source.get(), run);
        runs.next(source.get().id(), next.orElse(null));
        return next;
    }

    private Optional<Instant> next(CatalogSource source, SourceRun run) {
        Duration every = source.definition().every();
        if (run.succeeded()) {
            return every.isZero() ? Optional.empty() : Optional.of(Instant.now().plus(every));
        }
        return Optional.of(Instant.now().plus(pause(every, runs.failures(source.id()))));
    }

    /// The pause after so many failures in a row.
    Duration pause(Duration every, int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(failures - 1, 0, 12));
        Duration longest = settings.longestPause().compareTo(every) > 0 ? settings.longestPause() : every;
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
