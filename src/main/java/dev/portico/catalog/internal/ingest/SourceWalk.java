package dev.portico.catalog.internal.ingest;

import dev.portico.catalog.internal.descriptor.DescriptorDocument;
import dev.portico.catalog.internal.descriptor.DescriptorOrigin;
import dev.portico.catalog.internal.descriptor.DescriptorReader;
import dev.portico.catalog.internal.descriptor.LocationTargets;
import dev.portico.catalog.internal.descriptor.PlaceholderSource;
import dev.portico.catalog.internal.source.SourceFile;
import dev.portico.catalog.internal.source.SourceReading;
import dev.portico.catalog.internal.source.SourceUnreadable;
import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import dev.portico.catalog.internal.store.HeldFile;
import dev.portico.catalog.internal.store.HeldFile.Follow;
import dev.portico.catalog.internal.store.HeldFile.Spot;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One pass over the files of a source: its own, and those that its Locations point at, each once.
///
/// A file whose content and dependencies are as they were is not parsed; what its Locations pointed at is visited all
/// the same. Memory: one file at a time. Not thread-safe.
final class SourceWalk {

    private final SourceReading reading;
    private final String origin;
    private final DescriptorReader reader;
    private final Map<String, HeldFile> held;
    private final Visitor visitor;
    private final Set<String> seen = new HashSet<>();
    private final Deque<Named> waiting = new ArrayDeque<>();

    /// @param origin what was registered, as `type:target`
    /// @param held   the files as they were last read, by location
    SourceWalk(
            SourceReading reading,
            String origin,
            DescriptorReader reader,
            Map<String, HeldFile> held,
            Visitor visitor) {
        this.reading = reading;
        this.origin = origin;
        this.reader = reader;
        this.held = held;
        this.visitor = visitor;
    }

    /// Walks to the end.
    ///
    /// @throws SourceUnreadable when the source as a whole, or each of its own files, cannot be read
    void walk() {
        boolean readable = false;
        SourceUnreadable first = null;
        for (SourceFile file : reading.files()) {
            SourceUnreadable unreadable = seen.add(file.location()) ? visit(file, null) : null;
            readable |= unreadable == null;
            first = first == null ? unreadable : first;
            while (!waiting.isEmpty()) {
                Named next = waiting.poll();
                if (seen.add(next.file().location())) {
                    visit(next.file(), next.by());
                }
            }
        }
        if (!readable && first != null) {
            throw first;
        }
    }

    /// Visits a file; answers why it could not be read, or null where it could.
    ///
    /// @param by the file whose Location names it; null where the source does
    private @Nullable SourceUnreadable visit(SourceFile file, @Nullable UUID by) {
        HeldFile before = held.get(file.location());
        UUID id = before == null ? Ids.next() : before.id();
        FileVisit visit = new FileVisit(
                id, by == null ? id : by, file.location(), file.viewUrl().orElse(null), before != null);
        SourceUnreadable failure = null;
        try {
            if (before != null && isUnchanged(file, before, visit) && follow(file, before.follows(), visit)) {
                visitor.unchanged(before);
                return null;
            }
            visit.problems().clear();
            visit.read(file.fingerprint());
            visitor.opened(visit);
            read(file, visit);
        } catch (SourceUnreadable unreadable) {
            failure = unreadable;
            visitor.opened(visit);
            visit.problem(ReadingProblems.of(visit, unreadable));
            visit.unreadable();
            if (before != null) {
                visit.follows().addAll(before.follows());
            }
        }
        if (!follow(file, List.copyOf(visit.follows()), visit)) {
            visit.readAgain();
            visitor.lost(visit);
        }
        visitor.closed(visit);
        return failure;
    }

    private boolean isUnchanged(SourceFile file, HeldFile before, FileVisit visit) {
        return before.fingerprint() != null
                && visit.namedBy().equals(before.namedBy())
                && file.unchanged()
                && sameDependencies(file, before);
    }

    private void read(SourceFile file, FileVisit visit) {
        DescriptorOrigin descriptorOrigin = new DescriptorOrigin(
                file.location(),
                origin,
                file.viewUrl().orElse(null),
                file.editUrl().orElse(null),
                file.sourceLocation().orElse(null));
        reader.read(file.bytes(), descriptorOrigin, placeholders(file, visit), document -> {
            if (document.entity() != null && document.entity().location() != null) {
                follows(document.entity().location(), document.index(), visit);
            }
            visitor.document(visit, document);
        });
    }

    private PlaceholderSource placeholders(SourceFile file, FileVisit visit) {
        return target -> {
            try {
                SourceFile dependency = reading.dependency(file, target);
                byte[] content = dependency.bytes();
                visit.dependencies().put(target, dependency.fingerprint());
                return content;
            } catch (SourceUnreadable unreadable) {
                visit.readAgain();
                throw new PlaceholderSource.Unreadable(unreadable.words());
            }
        };
    }

    private boolean sameDependencies(SourceFile file, HeldFile before) {
        for (Map.Entry<String, String> dependency : before.dependencies().entrySet()) {
            try {
                if (!reading.dependency(file, dependency.getKey()).fingerprint().equals(dependency.getValue())) {
                    return false;
                }
            } catch (SourceUnreadable unreadable) {
                return false;
            }
        }
        return true;
    }

    private static void follows(LocationTargets location, int document, FileVisit visit) {
        String type = location.type() == null ? "" : location.type();
        for (int at = 0; at < location.targets().size(); at++) {
            Spot spot = new Spot(
                    document,
                    location.line(at),
                    location.column(at),
                    location.fields().get(at));
            visit.follows().add(new Follow(type, location.targets().get(at), location.required(), spot));
        }
    }

    /// Puts what the targets name on the way of the walk; false where one of them could not be reached.
    private boolean follow(SourceFile file, List<Follow> targets, FileVisit visit) {
        boolean reached = true;
        for (Follow target : targets) {
            try {
                for (SourceFile found : named(file, target)) {
                    follow(found, target, visit);
                }
            } catch (SourceUnreadable unreadable) {
                visit.problem(ReadingProblems.of(visit, unreadable, target));
                reached = false;
            }
        }
        return reached;
    }

    private List<SourceFile> named(SourceFile file, Follow target) {
        try {
            return reading.follow(file, target.type(), target.target());
        } catch (Refusal.InvalidInput odd) {
            throw new SourceUnreadable(Reason.REFUSED, target.target(), odd.reason(), odd)
                    .allowing("a path, or a pattern of paths whose braces are closed");
        }
    }

    /// A target that is missing is the Location's problem, unless it is a file whose entities the catalog holds.
    private void follow(SourceFile found, Follow target, FileVisit by) {
        if (seen.contains(found.location())) {
            return;
        }
        try {
            if (!found.unchanged()) {
                found.bytes();
            }
        } catch (SourceUnreadable unreadable) {
            boolean mayBeMissing = !target.required() && unreadable.reason() == Reason.MISSING;
            if (mayBeMissing && !held.containsKey(found.location())) {
                return;
            }
            if (!held.containsKey(found.location())) {
                throw unreadable;
            }
        }
        waiting.add(new Named(found, by.id()));
    }

    /// A file, and the one whose Location names it.
    private record Named(SourceFile file, UUID by) {}

    /// What a walk tells of.
    interface Visitor {

        /// A file is as it was and was not parsed.
        void unchanged(HeldFile file);

        /// A file is about to be parsed.
        void opened(FileVisit visit);

        /// A document of the file that is open.
        void document(FileVisit visit, DescriptorDocument document);

        /// A target of a Location in this file could not be reached: none that it led to may be taken for gone.
        void lost(FileVisit visit);

        /// The file that is open has been parsed to its end.
        void closed(FileVisit visit);
    }
}
