package dev.portico.catalog.internal.trace;

import dev.portico.access.Access;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.internal.EntityReading;
import dev.portico.catalog.internal.find.EntityLists;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the first of many entities that a reader may read, however many come before that they may not.
@Component
final class FirstReadable {

    private static final int FIRST = 50;
    private static final int NEXT = 1_000;

    private final Access access;
    private final EntityReading reading;
    private final EntityLists lists;

    FirstReadable(Access access, EntityReading reading, EntityLists lists) {
        this.access = access;
        this.reading = reading;
        this.lists = lists;
    }

    /// Gives the entities behind one, in the order of their refs.
    @FunctionalInterface
    interface Pages {

        /// @param last null for the first page
        List<EntityRef> after(@Nullable EntityRef last, int limit);
    }

    /// Those that may be read, in their order. A handful is judged as the database has it at this moment; beyond that
    /// the index is asked, which costs one query for a thousand.
    List<EntitySummary> of(Pages pages, int most, Reader reader) {
        if (!access.open(reader, CatalogPermissions.READ_ENTITY)) {
            return List.of();
        }
        List<EntityRef> page = pages.after(null, FIRST);
        List<EntitySummary> found = new ArrayList<>(inOrder(page, reading.readable(page, reader)));
        boolean more = page.size() == FIRST;
        while (more && found.size() < most) {
            page = pages.after(page.getLast(), NEXT);
            found.addAll(inOrder(page, lists.byRefs(page, reader)));
            more = page.size() == NEXT;
        }
        return found.stream().limit(most).toList();
    }

    private static List<EntitySummary> inOrder(List<EntityRef> page, Map<EntityRef, EntitySummary> readable) {
        return page.stream().filter(readable::containsKey).map(readable::get).toList();
    }
}
