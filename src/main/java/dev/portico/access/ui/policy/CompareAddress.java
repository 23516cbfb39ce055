package dev.portico.access.ui.policy;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.ui.frame.AccessTab;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which two policies the page of policies compares: what stands in its address.
///
/// @param from the number of the former; 0 for none
/// @param to   the number of the one that is to take its place; 0 for none
record CompareAddress(int from, int to) {

    static CompareAddress of(int from, int to) {
        return new CompareAddress(from, to);
    }

    /// What an address asks for; what it says wrongly is left open.
    static CompareAddress of(QueryParameters asked) {
        return new CompareAddress(number(asked, "from"), number(asked, "to"));
    }

    boolean whole() {
        return from > 0 && to > 0;
    }

    QueryParameters parameters() {
        return QueryParameters.simple(Map.of("from", Integer.toString(from), "to", Integer.toString(to)));
    }

    /// The page, relative to the portal's root.
    String address() {
        return AccessTab.POLICIES.address() + "?from=" + from + "&to=" + to;
    }

    private static int number(QueryParameters asked, String name) {
        @Nullable
        Integer number = AccessAddress.number(asked.getSingleParameter(name).orElse(""));
        return number == null ? 0 : number;
    }
}
