package dev.portico.access.ui.policy;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.Policies;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.look.AddressParameters;
import org.jspecify.annotations.Nullable;

/// Which two policies the page of policies compares, and how many it lists: what stands in its address.
///
/// @param from the number of the former; 0 for none
/// @param to   the number of the one that is to take its place; 0 for none
/// @param most how many are listed at most, newest first
record CompareAddress(int from, int to, int most) {

    /// How many are listed at first, and how many more at a time.
    static final int PART = Policies.LONGEST_LIST;

    private static final int LONGEST = 100 * PART;

    CompareAddress {
        most = Math.clamp(most, PART, LONGEST);
    }

    static CompareAddress of(int from, int to) {
        return new CompareAddress(from, to, PART);
    }

    /// The same with more of them.
    CompareAddress more() {
        return new CompareAddress(from, to, most + PART);
    }

    /// What an address asks for; what it says wrongly is left open.
    static CompareAddress of(QueryParameters asked) {
        return new CompareAddress(number(asked, "from"), number(asked, "to"), number(asked, "most"));
    }

    boolean whole() {
        return from > 0 && to > 0;
    }

    QueryParameters parameters() {
        return chosen().all();
    }

    /// The page, relative to the portal's root.
    String address() {
        return chosen().address(AccessTab.POLICIES.address());
    }

    private AddressParameters chosen() {
        return new AddressParameters()
                .with("from", text(from, 0))
                .with("to", text(to, 0))
                .with("most", text(most, PART));
    }

    private static String text(int number, int usual) {
        return number == usual ? "" : Integer.toString(number);
    }

    private static int number(QueryParameters asked, String name) {
        @Nullable
        Integer number = AccessAddress.number(asked.getSingleParameter(name).orElse(""));
        return number == null ? 0 : number;
    }
}
