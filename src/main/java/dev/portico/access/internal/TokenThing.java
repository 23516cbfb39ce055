package dev.portico.access.internal;

import dev.portico.access.Rule;
import dev.portico.kernel.Thing;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A token as the thing that a decision is about, as far as it belongs to one space. One that no space limits belongs
/// to none.
record TokenThing(String id, @Nullable String space) implements Thing {

    @Override
    public String type() {
        return AccessPermissions.TOKEN;
    }

    @Override
    public Collection<String> values(String path) {
        return path.equals(Rule.OWNERS) && space != null ? List.of(Rule.SpaceIs.OF_SPACE + space) : List.of();
    }
}
