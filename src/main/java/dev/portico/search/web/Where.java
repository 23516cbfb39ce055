package dev.portico.search.web;

import dev.portico.kernel.Refusal;
import dev.portico.search.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads `path=value` and `path`: several of one path are alternatives, those of different paths hold together.
final class Where {

    private static final int MOST = 100;

    private Where() {}

    static Filter filter(List<String> conditions) {
        if (conditions.size() > MOST) {
            throw new Refusal.InvalidInput("search-where", "A search takes " + MOST + " conditions at most");
        }
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (String condition : conditions) {
            int equals = condition.indexOf('=');
            String path = (equals < 0 ? condition : condition.substring(0, equals)).strip();
            if (path.isEmpty() && equals >= 0) {
                throw new Refusal.InvalidInput(
                        "search-where", "\"" + condition + "\" names no path; write where=path=value");
            }
            if (!path.isEmpty()) {
                Set<String> wanted = values.computeIfAbsent(path, any -> new LinkedHashSet<>());
                if (equals >= 0) {
                    wanted.add(condition.substring(equals + 1).strip());
                }
            }
        }
        List<Filter> parts = new ArrayList<>(values.size());
        values.forEach((path, wanted) ->
                parts.add(wanted.isEmpty() ? new Filter.Exists(path) : new Filter.OneOf(path, wanted)));
        return new Filter.All(parts);
    }
}
