package dev.portico.catalog;

import dev.portico.access.Access;
import dev.portico.catalog.internal.trace.AddressTrace;
import dev.portico.catalog.internal.trace.EntityTrace;
import dev.portico.catalog.internal.trace.TraceActions;
import dev.portico.catalog.internal.trace.TraceWords;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import org.springframework.stereotype.Service;

/// Answers why an entity is missing.
///
/// A trace tells only what its reader may know. Entities that they may not read are as if they were not there, but for
/// readers who may see sources; what sources read and refuse is for those alone.
@Service
public final class Traces {

    private static final int LONGEST = 2_000;

    private final Access access;
    private final EntityTrace entities;
    private final AddressTrace addresses;
    private final TraceActions actions;

    Traces(Access access, EntityTrace entities, AddressTrace addresses, TraceActions actions) {
        this.access = access;
        this.entities = entities;
        this.addresses = addresses;
        this.actions = actions;
    }

    /// Follows a name, a reference such as `component:default/fares`, or the address or path of a descriptor. Asks
    /// no other server; costs some queries, and for a name that is nowhere a look through files on this machine.
    ///
    /// @throws Refusal.InvalidInput when nothing is asked, or too much
    /// @throws Refusal.Forbidden    when the reader may see neither entities nor sources
    public Trace trace(String what, Reader reader) {
        String asked = what.strip();
        if (asked.isEmpty() || asked.length() > LONGEST) {
            throw new Refusal.InvalidInput(
                    "trace-what",
                    "Name an entity, such as component:default/fares, or the address of its descriptor, in at most "
                            + LONGEST + " characters");
        }
        boolean sources = access.decide(reader, CatalogPermissions.READ_SOURCE).allowed();
        if (!sources) {
            access.requireOpen(reader, CatalogPermissions.READ_ENTITY);
        }
        Trace.Subject subject = AddressTrace.isAddress(asked) ? Trace.Subject.ADDRESS : Trace.Subject.ENTITY;
        List<TraceFinding> found =
                switch (subject) {
                    case ADDRESS -> addresses.follow(asked, sources, reader);
                    case ENTITY -> entities.follow(asked, sources, reader);
                };
        return new Trace(
                asked,
                subject,
                found.stream()
                        .map(finding -> sources ? finding : withoutHolder(finding))
                        .map(finding ->
                                new TraceStep(finding, TraceWords.sentence(finding), actions.of(finding, reader)))
                        .toList());
    }

    private static TraceFinding withoutHolder(TraceFinding finding) {
        return finding instanceof TraceFinding.Conflict conflict
                ? new TraceFinding.Conflict(conflict.problem().withoutHolder(), null)
                : finding;
    }
}
