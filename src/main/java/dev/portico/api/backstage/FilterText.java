package dev.portico.api.backstage;

import dev.portico.search.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Filters as the query of a request has them: statements `key=value` or `key`, joined by commas that mean *and*. A key
/// that is named twice may have either value; of several filters, one has to hold.
final class FilterText {

    private FilterText() {}

    /// @param filters the values of the parameter `filter`
    static Filter parse(List<String> filters) {
        List<Filter> alternatives = new ArrayList<>();
        Size size = new Size("filter");
        for (String filter : filters) {
            List<Filter> tests = tests(filter, size);
            if (!tests.isEmpty()) {
                alternatives.add(tests.size() == 1 ? tests.getFirst() : new Filter.All(tests));
            }
        }
        return switch (alternatives.size()) {
            case 0 -> Filter.everything();
            case 1 -> alternatives.getFirst();
            default -> new Filter.Any(alternatives);
        };
    }

    private static List<Filter> tests(String filter, Size size) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (String part : filter.split(",", -1)) {
            String statement = part.strip();
            if (statement.isEmpty()) {
                continue;
            }
            int equals = statement.indexOf('=');
            String key = equals < 0 ? statement : statement.substring(0, equals).strip();
            if (key.isEmpty()) {
                throw InputError.of("Invalid filter, '" + statement
                        + "' is not a valid statement (expected a string on the form a=b or a= or a)");
            }
            Set<String> wanted = values.computeIfAbsent(key, any -> new LinkedHashSet<>());
            if (equals >= 0) {
                wanted.add(statement.substring(equals + 1).strip());
            }
        }
        List<Filter> tests = new ArrayList<>(values.size());
        values.forEach((key, wanted) -> {
            size.count();
            tests.add(wanted.isEmpty() ? new Filter.Exists(key) : new Filter.OneOf(key, wanted));
        });
        return tests;
    }
}
