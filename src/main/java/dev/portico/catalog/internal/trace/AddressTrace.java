package dev.portico.catalog.internal.trace;

import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.SourceHealth;
import dev.portico.catalog.TraceFinding;
import dev.portico.catalog.internal.source.SourceReach;
import dev.portico.catalog.internal.store.ProblemQueries;
import dev.portico.catalog.internal.store.SourceQueries;
import dev.portico.catalog.internal.store.TraceQueries;
import dev.portico.catalog.internal.store.TraceQueries.KnownFile;
import dev.portico.kernel.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Follows the address or path of a descriptor.
@Component
public final class AddressTrace {

    static final TraceFinding CLOSED = new TraceFinding.SourcesClosed(CatalogPermissions.READ_SOURCE.name());

    private static final int MOST = 5;

    private final TraceQueries queries;
    private final ProblemQueries problems;
    private final SourceQueries sources;
    private final FirstReadable readable;
    private final SourceReach reach;

    AddressTrace(
            TraceQueries queries,
            ProblemQueries problems,
            SourceQueries sources,
            FirstReadable readable,
            SourceReach reach) {
        this.queries = queries;
        this.problems = problems;
        this.sources = sources;
        this.readable = readable;
        this.reach = reach;
    }

    /// Whether a text is an address or a path, and no name.
    public static boolean isAddress(String text) {
        return text.contains("://")
                || text.startsWith("/")
                || text.startsWith("url:")
                || text.startsWith("file:")
                || text.startsWith("git:");
    }

    /// @param seesSources whether the reader may see sources
    public List<TraceFinding> follow(String what, boolean seesSources, Reader reader) {
        String address = plain(what);
        Set<String> locations = reach.locations(address);
        List<KnownFile> files = queries.files(locations);
        return seesSources ? whole(address, locations, files, reader) : partly(what, files, reader);
    }

    /// Without the word for its type, and without a mark for a line.
    private static String plain(String what) {
        String address = what;
        for (String type : List.of("url:", "file:", "git:")) {
            if (address.startsWith(type)) {
                address = address.substring(type.length());
                address = address.startsWith("//") ? address.substring(2) : address;
            }
        }
        int mark = address.lastIndexOf("#L");
        return mark < 0 ? address : address.substring(0, mark);
    }

    private List<TraceFinding> whole(String address, Set<String> locations, List<KnownFile> files, Reader reader) {
        List<TraceFinding> steps = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (SourceHealth source : sources.all()) {
            SourceReach.Reach found = reach.of(source.definition(), address);
            String name = source.definition().name();
            if (found.reads()) {
                told.add(name);
                steps.add(new TraceFinding.Covered(source));
                steps.add(outcome(source, files, reader));
            } else if (!found.instead().isEmpty()) {
                steps.add(new TraceFinding.LeftOut(source, found.instead()));
            }
        }
        files.stream()
                .filter(file -> !told.contains(file.source()))
                .limit(MOST)
                .forEach(file -> steps.add(read(file.source(), file, file.lastRead(), reader)));
        if (steps.stream().noneMatch(TraceFinding::good)) {
            steps.addFirst(new TraceFinding.NotCovered(address));
        }
        steps.addAll(SourceSteps.refusals(
                problems.errorsAt(locations).stream().limit(MOST).toList()));
        return steps;
    }

    private TraceFinding outcome(SourceHealth source, List<KnownFile> files, Reader reader) {
        KnownFile read = files.stream()
                .filter(file -> file.source().equals(source.definition().name()))
                .findFirst()
                .orElse(null);
        if (SourceSteps.behind(source)) {
            return SourceSteps.state(source);
        }
        return read == null ? new TraceFinding.NotRead(source) : read(read.source(), read, read.lastRead(), reader);
    }

    /// What somebody may know who may not see sources: the entities from there that they may read.
    private List<TraceFinding> partly(String what, List<KnownFile> files, Reader reader) {
        for (KnownFile file : files) {
            List<EntitySummary> places = places(file, reader);
            if (!places.isEmpty()) {
                return List.of(new TraceFinding.FileRead(null, file.location(), null, places));
            }
        }
        return List.of(new TraceFinding.NotHere(what), CLOSED);
    }

    private TraceFinding read(@Nullable String source, KnownFile file, @Nullable Instant at, Reader reader) {
        return new TraceFinding.FileRead(source, file.location(), at, places(file, reader));
    }

    private List<EntitySummary> places(KnownFile file, Reader reader) {
        return readable.of((last, limit) -> queries.placedBy(file, last, limit), 2 * MOST, reader);
    }
}
