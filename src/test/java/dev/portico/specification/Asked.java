package dev.portico.specification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A request's path and parameters, decoded.
record Asked(String url, List<String> path, Map<String, List<String>> parameters) {

    static Asked of(String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        List<String> segments = Arrays.stream(path.substring(1).split("/", -1))
                .map(segment -> decoded(segment.replace("+", "%2B")))
                .toList();
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (mark >= 0) {
            for (String pair : pathAndQuery.substring(mark + 1).split("&", -1)) {
                String[] parts = pair.split("=", 2);
                String value = parts.length < 2 ? "" : decoded(parts[1]);
                parameters
                        .computeIfAbsent(decoded(parts[0]), any -> new ArrayList<>())
                        .add(value);
            }
        }
        return new Asked(pathAndQuery, segments, parameters);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    /// Refuses every parameter but these.
    Asked allow(String... names) {
        if (!Set.of(names).containsAll(parameters.keySet())) {
            throw Refused.input("Unknown query parameter among " + parameters.keySet());
        }
        return this;
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    String one(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw Refused.input(name + " was given more than once");
        }
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// A whole number, which must be at least the smallest one; the fallback where it was not given.
    int number(String name, int smallest, int fallback) {
        if (!has(name)) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(one(name));
            if (number >= smallest) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw Refused.input(name + " is not a number");
        }
        throw Refused.input(name + " must be at least " + smallest);
    }
}
