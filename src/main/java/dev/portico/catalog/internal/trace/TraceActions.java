package dev.portico.catalog.internal.trace;

import dev.portico.access.Access;
import dev.portico.access.Permission;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.SourceHealth;
import dev.portico.catalog.TraceAction;
import dev.portico.catalog.TraceAction.Kind;
import dev.portico.catalog.TraceFinding;
import dev.portico.kernel.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The one thing that a reader can do about a finding.
@Component
public final class TraceActions {

    private final Access access;

    TraceActions(Access access) {
        this.access = access;
    }

    /// What the reader can do; null for nothing.
    public @Nullable TraceAction of(TraceFinding finding, Reader reader) {
        return switch (finding) {
            case TraceFinding.Here here ->
                new TraceAction(Kind.OPEN_ENTITY, here.entity().ref().toString());
            case TraceFinding.Orphaned orphan ->
                new TraceAction(Kind.OPEN_ENTITY, orphan.entity().ref().toString());
            case TraceFinding.Hidden _ -> new TraceAction(Kind.ASK, CatalogPermissions.READ_ENTITY.name());
            case TraceFinding.SourcesClosed closed -> new TraceAction(Kind.ASK, closed.permission());
            case TraceFinding.Removed removed -> openSource(removed.source(), reader);
            case TraceFinding.Refused refused -> openSource(refused.source(), reader);
            case TraceFinding.Conflict conflict -> openSource(conflict.source(), reader);
            case TraceFinding.FileRead read -> openSource(read.source(), reader);
            case TraceFinding.Covered covered ->
                openSource(covered.source().definition().name(), reader);
            case TraceFinding.LeftOut left ->
                openSource(left.source().definition().name(), reader);
            case TraceFinding.NotRead unread -> refresh(unread.source(), reader);
            case TraceFinding.Failing failing -> refresh(failing.source(), reader);
            case TraceFinding.Waiting waiting ->
                openSource(waiting.source().definition().name(), reader);
            case TraceFinding.Current current -> refresh(current.source(), reader);
            case TraceFinding.NotCovered uncovered -> register(uncovered.address(), reader);
            case TraceFinding.Unlisted unlisted -> register(unlisted.path(), reader);
            case TraceFinding.NotNamed unnamed -> refresh(unnamed.source(), reader);
            case TraceFinding.NotHere _ -> register("", reader);
            case TraceFinding.Elsewhere _, TraceFinding.Similar _ -> null;
            case TraceFinding.KindNotTaken _, TraceFinding.NotNamedElsewhere _ -> null;
        };
    }

    private @Nullable TraceAction openSource(@Nullable String name, Reader reader) {
        return name != null && may(reader, CatalogPermissions.READ_SOURCE)
                ? new TraceAction(Kind.OPEN_SOURCE, name)
                : null;
    }

    private @Nullable TraceAction refresh(SourceHealth source, Reader reader) {
        String name = source.definition().name();
        boolean reads = !source.definition().target().isEmpty();
        return reads && may(reader, CatalogPermissions.REFRESH_SOURCE)
                ? new TraceAction(Kind.REFRESH_SOURCE, name)
                : openSource(name, reader);
    }

    private TraceAction register(String address, Reader reader) {
        return may(reader, CatalogPermissions.REGISTER_SOURCE)
                ? new TraceAction(Kind.REGISTER, address)
                : new TraceAction(Kind.ASK, CatalogPermissions.REGISTER_SOURCE.name());
    }

    private boolean may(Reader reader, Permission permission) {
        return access.decide(reader, permission).allowed();
    }
}
