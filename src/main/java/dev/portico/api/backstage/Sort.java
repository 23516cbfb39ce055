package dev.portico.api.backstage;

import dev.portico.search.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to order entities by.
///
/// @param field a dotted path
record Sort(String field, boolean descending) {

    /// Reads `field`, `field,asc` and `field,desc`, as by-query has them; null where there is none. The first one
    /// counts.
    static @Nullable Sort first(List<String> orderFields) {
        Most.ORDERS.check("order fields", orderFields);
        @Nullable Sort first = null;
        for (String text : orderFields) {
            int comma = text.indexOf(',');
            String field = comma < 0 ? text : text.substring(0, comma);
            String direction = comma < 0 ? "asc" : text.substring(comma + 1);
            Sort sort = new Sort(field.strip(), descending(direction));
            first = first == null ? sort : first;
        }
        return first;
    }

    /// Reads `asc:field` and `desc:field`, as the plain list has them; all count.
    static List<Sort> all(List<String> orders) {
        Most.ORDERS.check("orders", orders);
        List<Sort> all = new ArrayList<>(orders.size());
        for (String text : orders) {
            int colon = text.indexOf(':');
            String direction = colon < 0 ? "" : text.substring(0, colon);
            if ((!direction.equals("asc") && !direction.equals("desc")) || colon + 1 == text.length()) {
                throw InputError.of(
                        "Invalid order parameter \"" + text + "\", expected \"<asc or desc>:<field name>\"");
            }
            all.add(new Sort(text.substring(colon + 1), direction.equals("desc")));
        }
        return all;
    }

    /// Whether the direction is `desc`.
    static boolean descending(@Nullable String direction) {
        boolean descending = "desc".equals(direction);
        if (!descending && !"asc".equals(direction)) {
            throw InputError.of("Invalid order field order, must be asc or desc");
        }
        return descending;
    }

    String direction() {
        return descending ? "desc" : "asc";
    }

    Order order(Order.Absent absent) {
        return new Order(field, descending, absent);
    }
}
