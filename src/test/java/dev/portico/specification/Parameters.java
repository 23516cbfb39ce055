package dev.portico.specification;

import java.util.ArrayList;
import java.util.List;

/// The query of a URL under construction; it begins with `?` unless it is empty.
final class Parameters {

    private final List<String> pairs = new ArrayList<>();

    Parameters add(String name, String value) {
        pairs.add(name + "=" + Request.encoded(value));
        return this;
    }

    Parameters filters(List<String> filters) {
        filters.forEach(filter -> add("filter", filter));
        return this;
    }

    /// All in one parameter, if there are any.
    Parameters fields(List<String> fields) {
        return fields.isEmpty() ? this : add("fields", String.join(",", fields));
    }

    /// The number, unless it is below 0.
    Parameters number(String name, int number) {
        return number < 0 ? this : add(name, String.valueOf(number));
    }

    @Override
    public String toString() {
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }
}
