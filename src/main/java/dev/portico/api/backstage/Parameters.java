package dev.portico.api.backstage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The parameters of a request's query.
final class Parameters {

    private final HttpServletRequest http;

    private Parameters(HttpServletRequest http) {
        this.http = http;
    }

    /// @param known the names that the call knows; any other is refused
    static Parameters of(HttpServletRequest http, Set<String> known) {
        if (http.getQueryString() != null) {
            Enumeration<String> names = http.getParameterNames();
            while (names.hasMoreElements()) {
                String name = names.nextElement();
                if (!known.contains(name)) {
                    throw InputError.of("Unknown query parameter '" + name + "'");
                }
            }
        }
        return new Parameters(http);
    }

    /// Every value of a parameter; empty where it is absent.
    List<String> all(String name) {
        String @Nullable [] values = http.getParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }

    /// The parts, between commas, of every value of a parameter; null where it is absent.
    @Nullable
    List<String> parts(String name) {
        String @Nullable [] values = http.getParameterValues(name);
        if (values == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        for (String value : values) {
            for (String part : value.split(",", -1)) {
                if (!part.isBlank()) {
                    parts.add(part.strip());
                }
            }
        }
        return parts;
    }

    /// The value of a parameter that is given once at most.
    @Nullable
    String one(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw InputError.of("Invalid " + name + ", it is given more than once");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /// A whole number.
    @Nullable
    Integer integer(String name) {
        String text = one(name);
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException notANumber) {
            throw InputError.of("Invalid " + name + ", not an integer");
        }
    }
}
