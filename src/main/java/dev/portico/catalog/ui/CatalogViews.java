package dev.portico.catalog.ui;

import dev.portico.catalog.Facet;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.Set;
import java.util.TreeSet;

/// The views of the list that everyone has.
final class CatalogViews {

    private CatalogViews() {}

    /// What the reader, or a group of theirs, owns.
    static CatalogFilter mine(Reader reader) {
        Set<String> owners = new TreeSet<>();
        reader.userEntity().map(EntityRef::toString).ifPresent(owners::add);
        reader.groups().forEach(group -> owners.add(group.toString()));
        return CatalogFilter.NONE.with(Facet.OWNER, owners);
    }
}
