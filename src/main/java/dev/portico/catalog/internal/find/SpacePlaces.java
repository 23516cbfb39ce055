package dev.portico.catalog.internal.find;

import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.catalog.FacetValue;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.search.FacetCount;
import dev.portico.search.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Spaces as a facet of entities. Nothing of them is in the index: an entity belongs to a space by its owner, which is,
/// so other groups of a space count at once.
@Component
final class SpacePlaces {

    /// Where the index has the owner.
    static final String OWNER = "relations.ownedBy";

    private final Spaces spaces;

    SpacePlaces(Spaces spaces) {
        this.spaces = spaces;
    }

    /// What belongs to one of these spaces; nothing where the reader may see none of them.
    Filter filter(Set<String> names, Reader reader) {
        Set<String> owners = spaces.list(reader).stream()
                .filter(space -> names.contains(space.name()))
                .flatMap(space -> spaces.groups(space.name()).stream())
                .map(EntityRef::toString)
                .collect(Collectors.toSet());
        return owners.isEmpty() ? new Filter.Ids(Set.of()) : new Filter.OneOf(OWNER, owners);
    }

    /// How many of the entities that were counted by owner belong to each space that the reader may see.
    List<FacetValue> counts(List<FacetCount> byOwner, Reader reader) {
        List<FacetValue> counts = new ArrayList<>();
        for (Space space : spaces.list(reader)) {
            Set<String> owners = spaces.groups(space.name()).stream()
                    .map(EntityRef::toString)
                    .collect(Collectors.toSet());
            long count = byOwner.stream()
                    .filter(owner -> owners.contains(owner.value()))
                    .mapToLong(FacetCount::count)
                    .sum();
            if (count > 0) {
                counts.add(new FacetValue(space.name(), count));
            }
        }
        return counts;
    }

    /// The titles of the spaces that the reader may see, by name.
    Map<String, String> titles(Reader reader) {
        Map<String, String> titles = new LinkedHashMap<>();
        spaces.list(reader).forEach(space -> titles.put(space.name(), space.title()));
        return titles;
    }
}
