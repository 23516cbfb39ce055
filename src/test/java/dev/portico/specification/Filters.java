package dev.portico.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The grammar of the parameter `filter` (§2.1): several are ORed, each is an AND of `key=value` or `key`, and a key
/// that is named twice takes either value.
final class Filters {

    private Filters() {}

    static Predicate<FlatEntity> of(List<String> filters) {
        List<Predicate<FlatEntity>> any = filters.stream()
                .filter(filter -> !filter.isBlank())
                .map(Filters::one)
                .toList();
        return any.isEmpty() ? entity -> true : entity -> any.stream().anyMatch(one -> one.test(entity));
    }

    private static Predicate<FlatEntity> one(String filter) {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        for (String statement : filter.split(",", -1)) {
            int equals = statement.indexOf('=');
            String key = (equals < 0 ? statement : statement.substring(0, equals)).strip();
            if (key.isEmpty()) {
                throw Refused.input("Invalid filter, '" + statement + "' has no key");
            }
            List<String> values = wanted.computeIfAbsent(key, any -> new ArrayList<>());
            if (equals >= 0) {
                values.add(statement.substring(equals + 1).strip());
            }
        }
        return entity -> wanted.entrySet().stream().allMatch(each -> holds(entity, each.getKey(), each.getValue()));
    }

    private static boolean holds(FlatEntity entity, String key, List<String> values) {
        return values.isEmpty() ? entity.exists(key) : values.stream().anyMatch(value -> entity.has(key, value));
    }
}
