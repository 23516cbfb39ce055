package dev.portico.catalog.internal;

import dev.portico.access.Access;
import dev.portico.access.ChangeGuard;
import dev.portico.access.Permission;
import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.Sharing;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who sees which saved views, and who shares and changes them. A view that is shared into a space belongs to it:
/// rights that hold in the space alone suffice. Members of a space are the people in its groups; nobody else shares
/// into it, whatever their rights.
@Component
final class ViewRights {

    private final Access access;
    private final ChangeGuard guard;
    private final Spaces spaces;

    ViewRights(Access access, ChangeGuard guard, Spaces spaces) {
        this.access = access;
        this.guard = guard;
        this.spaces = spaces;
    }

    /// Whether the reader sees any view at all.
    boolean any(Reader reader) {
        return access.open(reader, CatalogPermissions.READ_ENTITY);
    }

    /// The spaces that the reader is a member of.
    List<Space> spaces(Reader reader) {
        return reader.groups().isEmpty() ? List.of() : spaces.own(reader);
    }

    /// Their names.
    Set<String> names(Reader reader) {
        return spaces(reader).stream().map(Space::name).collect(Collectors.toSet());
    }

    /// Those of them that the reader may share views into.
    List<Space> shareable(Reader reader) {
        return spaces(reader).stream()
                .filter(space -> may(reader, CatalogPermissions.SHARE_VIEW, Sharing.in(space.name())))
                .toList();
    }

    /// Whether the reader holds the permission for views that are shared so.
    boolean may(Reader reader, Permission permission, Sharing sharing) {
        String space = sharing.space();
        return space == null
                ? access.decide(reader, permission).allowed()
                : access.decide(reader, permission, new ViewThing("", space)).allowed();
    }

    /// Passes where the reader may share a view so; a refusal is audited.
    ///
    /// @param id the view's id, or the name of one that is to be made
    /// @throws Refusal.NotFound where it is to be shared into a space that the reader is no member of
    void requireSharing(Reader reader, Sharing sharing, String id) {
        String space = sharing.space();
        if (space != null && !names(reader).contains(space)) {
            guard.refused(reader, CatalogPermissions.SHARE_VIEW, CatalogPermissions.VIEW, id);
            throw new Refusal.NotFound("space-unknown", "There is no space \"" + space + "\" that you are a member of");
        }
        require(reader, CatalogPermissions.SHARE_VIEW, sharing, id);
    }

    /// Passes where the reader holds the permission for a view that is shared so; a refusal is audited.
    void require(Reader reader, Permission permission, Sharing sharing, String id) {
        String space = sharing.space();
        if (space != null) {
            guard.require(reader, permission, new ViewThing(id, space));
        } else if (sharing.everyone()) {
            guard.require(reader, permission, CatalogPermissions.VIEW, id);
        }
    }
}
