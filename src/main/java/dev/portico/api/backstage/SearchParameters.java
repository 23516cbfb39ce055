package dev.portico.api.backstage;

import dev.portico.search.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is asked of `/api/search/query`.
///
/// @param page  which page, from 0
record SearchParameters(String term, Filter filter, int limit, int page) {

    private static final int LONGEST_TERM = 100;
    private static final int USUAL_LIMIT = 25;
    private static final int MOST = 100;
    private static final Set<String> TYPES = Set.of(CatalogDocument.TYPE);

    static SearchParameters of(HttpServletRequest http) {
        String term = "";
        int limit = USUAL_LIMIT;
        int page = 0;
        Map<String, Set<String>> filters = new LinkedHashMap<>();
        for (Map.Entry<String, String[]> parameter : http.getParameterMap().entrySet()) {
            List<String> values = Arrays.asList(parameter.getValue());
            String name = parameter.getKey();
            int bracket = name.indexOf('[');
            switch (bracket < 0 ? name : name.substring(0, bracket)) {
                case "term" -> term = values.getFirst();
                case "types" -> values.forEach(SearchParameters::known);
                case "filters" ->
                    filters.computeIfAbsent(field(name, bracket), any -> new LinkedHashSet<>())
                            .addAll(values);
                case "pageLimit" -> limit = limit(values.getFirst());
                case "pageCursor" -> page = page(values.getFirst());
                default -> throw InputError.of("Unknown query parameter '" + name + "'");
            }
        }
        if (term.length() > LONGEST_TERM) {
            throw InputError.of(
                    "The term length \"" + term.length() + "\" is greater than the maximum \"" + LONGEST_TERM + '"');
        }
        List<Filter> parts = new ArrayList<>(filters.size());
        filters.forEach((field, wanted) -> parts.add(CatalogDocument.filter(field, wanted)));
        return new SearchParameters(term, new Filter.All(parts), limit, page);
    }

    int offset() {
        return Math.min(page * limit, EntityPage.MOST_OFFSET);
    }

    static String cursor(int page) {
        return Base64.getEncoder().encodeToString(Integer.toString(page).getBytes(StandardCharsets.UTF_8));
    }

    private static void known(String type) {
        if (!TYPES.contains(type)) {
            throw InputError.of("Invalid type \"" + type + "\", expected one of: " + CatalogDocument.TYPE);
        }
    }

    /// The `kind` of `filters[kind]` and of `filters[kind][0]`.
    private static String field(String name, int bracket) {
        int end = bracket < 0 ? -1 : name.indexOf(']', bracket);
        if (end <= bracket + 1) {
            throw InputError.of("Invalid filters, write filters[field]=value");
        }
        return name.substring(bracket + 1, end);
    }

    private static int limit(String text) {
        int limit = number("pageLimit", text);
        if (limit < 1 || limit > MOST) {
            throw InputError.of("The page limit \"" + text + "\" is not between 1 and " + MOST);
        }
        return limit;
    }

    private static int page(String text) {
        try {
            int page = number("pageCursor", new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
            if (page >= 0 && page <= Integer.MAX_VALUE / MOST) {
                return page;
            }
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.malformed();
        }
        throw Cursor.malformed();
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw InputError.of("Invalid " + name + ", not an integer");
        }
    }
}
