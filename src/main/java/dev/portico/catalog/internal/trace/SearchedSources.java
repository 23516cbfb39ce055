package dev.portico.catalog.internal.trace;

import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.SourceHealth;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.TraceFinding;
import dev.portico.catalog.internal.SourceRights;
import dev.portico.catalog.internal.source.UnlistedFiles;
import dev.portico.catalog.internal.store.SourceQueries;
import dev.portico.catalog.internal.store.TraceQueries;
import dev.portico.kernel.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What the sources say of something that none of them places; for readers who may see sources.
@Component
final class SearchedSources {

    private static final int MOST = 5;
    private static final int MOST_FOLDERS = 20;
    private static final Comparator<SourceHealth> LATEST_FIRST =
            Comparator.comparing(SearchedSources::read).reversed();

    private final SourceQueries sources;
    private final TraceQueries queries;
    private final UnlistedFiles unlisted;
    private final SourceRights rights;

    SearchedSources(SourceQueries sources, TraceQueries queries, UnlistedFiles unlisted, SourceRights rights) {
        this.rights = rights;
        this.sources = sources;
        this.queries = queries;
        this.unlisted = unlisted;
    }

    /// The files that have the name in them and are not read, for whoever may have any file of the server read.
    /// Behind them the sources that may bring it yet, and those that were read and do not name it, latest first.
    List<TraceFinding> without(String name, Reader reader) {
        List<SourceHealth> all = sources.all().stream().sorted(LATEST_FIRST).toList();
        List<TraceFinding> steps = new ArrayList<>();
        if (rights.everywhere(reader, CatalogPermissions.REGISTER_SOURCE)) {
            steps.addAll(beside(all, name));
        }
        steps.addAll(behind(all));
        List<SourceHealth> read =
                all.stream().filter(source -> !SourceSteps.behind(source)).toList();
        read.stream().limit(MOST).map(TraceFinding.NotNamed::new).forEach(steps::add);
        if (read.size() > MOST) {
            steps.add(new TraceFinding.NotNamedElsewhere(read.size() - MOST));
        }
        return steps;
    }

    /// The sources that may bring it yet.
    List<TraceFinding> behind() {
        return behind(sources.all());
    }

    private static List<TraceFinding> behind(List<SourceHealth> all) {
        return all.stream()
                .filter(SourceSteps::behind)
                .limit(MOST)
                .map(SourceSteps::state)
                .toList();
    }

    private static Instant read(SourceHealth source) {
        SourceRun run = source.lastRun();
        return run == null ? Instant.EPOCH : run.started();
    }

    private List<TraceFinding> beside(List<SourceHealth> all, String name) {
        List<TraceFinding> found = new ArrayList<>();
        Set<String> told = new HashSet<>();
        all.stream()
                .filter(source -> UnlistedFiles.looksAt(source.definition()))
                .limit(MOST_FOLDERS)
                .forEach(
                        source -> unlisted
                                .naming(source.definition(), name, location -> !queries.files(Set.of(location))
                                        .isEmpty())
                                .stream()
                                .filter(told::add)
                                .forEach(location -> found.add(new TraceFinding.Unlisted(source, location))));
        return found.stream().limit(MOST).toList();
    }
}
