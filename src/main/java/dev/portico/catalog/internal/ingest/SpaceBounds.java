package dev.portico.catalog.internal.ingest;

import dev.portico.access.Spaces;
import dev.portico.catalog.RelationType;
import dev.portico.catalog.internal.descriptor.DescriptorEntity;
import dev.portico.kernel.EntityRef;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a source may bring. One of a space brings what the groups of the space own, and nothing else: not what has no
/// owner, and no groups and people, since they say who has rights in the space.
@Component
final class SpaceBounds {

    private static final Set<String> PEOPLE = Set.of("group", "user");

    private final Spaces spaces;

    SpaceBounds(Spaces spaces) {
        this.spaces = spaces;
    }

    /// The bound of a source at this moment.
    ///
    /// @param space the space that it belongs to; null for none
    Bound of(@Nullable String space) {
        return new Bound(space, space == null ? Set.of() : spaces.groups(space));
    }

    /// What a source may bring.
    ///
    /// @param owners refs of those who may own it; nobody where there is no such space any more
    record Bound(@Nullable String space, Set<EntityRef> owners) {

        Bound {
            owners = Set.copyOf(owners);
        }

        boolean limits() {
            return space != null;
        }

        boolean includes(DescriptorEntity entity) {
            return space == null
                    || (!PEOPLE.contains(entity.ref().kind())
                            && entity.edges().stream()
                                    .anyMatch(edge -> edge.type() == RelationType.OWNED_BY
                                            && edge.source().equals(entity.ref())
                                            && owners.contains(edge.target())));
        }

        /// Why an entity is beyond it.
        String reason(DescriptorEntity entity) {
            EntityRef owner = entity.owner();
            boolean people = PEOPLE.contains(entity.ref().kind());
            return entity.ref()
                    + (people ? " says who is who" : owner == null ? " has no owner" : " is owned by " + owner)
                    + ", and this source brings only what groups of the space " + space + " own.";
        }
    }
}
