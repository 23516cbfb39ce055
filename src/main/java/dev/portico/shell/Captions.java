package dev.portico.shell;

import dev.portico.catalog.Catalog;
import dev.portico.catalog.EntitySummary;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.KindWords;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What entities are, in a few words behind their names: "Service, owned by Fares".
@Component
final class Captions {

    private final Catalog catalog;

    Captions(Catalog catalog) {
        this.catalog = catalog;
    }

    /// The captions of some entities for one reader: whose owners are called as that reader may know them.
    ///
    /// @param owners what the owners are called
    record Said(Map<EntityRef, String> owners) {

        String of(EntitySummary entity) {
            String kind = entity.ref().kind();
            boolean telling = (kind.equals("component") || kind.equals("resource"))
                    && !entity.type().isEmpty();
            String what = telling ? KindWords.type(entity.type()) : KindWords.kind(entity.kind());
            @Nullable EntityRef owner = entity.owner();
            return owner == null ? what : what + ", owned by " + owners.getOrDefault(owner, owner.shortName());
        }
    }

    /// One question to the index, whatever the number of entities.
    Said of(Collection<EntitySummary> entities, Reader reader) {
        Set<EntityRef> owners = entities.stream()
                .map(EntitySummary::owner)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Said(catalog.labels(owners, reader));
    }
}
