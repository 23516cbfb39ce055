package dev.portico.catalog.internal;

import dev.portico.access.directory.Directory;
import dev.portico.catalog.internal.store.RelationQueries;
import dev.portico.kernel.EntityRef;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The catalog's Users and Groups as the directory of accounts.
@Component
final class CatalogDirectory implements Directory {

    private final RelationQueries relations;

    CatalogDirectory(RelationQueries relations) {
        this.relations = relations;
    }

    @Override
    public Optional<EntityRef> userOf(String account) {
        return relations.usersOf(account).stream().findFirst();
    }

    @Override
    public Set<EntityRef> groupsOf(EntityRef user) {
        return Set.copyOf(relations.groupsAbove(user));
    }
}
