package dev.portico.look;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The parameters of a page's address: what its reader has chosen. What is usual is left out, so that the page as it
/// first shows itself has the shortest address.
public final class AddressParameters {

    private final Map<String, String> chosen = new LinkedHashMap<>();

    /// The text of a parameter; empty where the address has none.
    public static String text(QueryParameters asked, String name) {
        return asked.getSingleParameter(name).orElse("");
    }

    /// The choice that a parameter names in lower case; the usual one where the address names none, or one that is not.
    public static <E extends Enum<E>> E choice(QueryParameters asked, String name, E usual) {
        String word = text(asked, name);
        return Arrays.stream(usual.getDeclaringClass().getEnumConstants())
                .filter(value -> word(value).equals(word))
                .findFirst()
                .orElse(usual);
    }

    public AddressParameters with(String name, String text) {
        if (!text.isEmpty()) {
            chosen.put(name, text);
        }
        return this;
    }

    public <E extends Enum<E>> AddressParameters with(String name, E choice, E usual) {
        return with(name, choice == usual ? "" : word(choice));
    }

    /// All of them by their names, in the order they were named in.
    public Map<String, String> named() {
        return Collections.unmodifiableMap(chosen);
    }

    public QueryParameters all() {
        return QueryParameters.simple(chosen);
    }

    /// The page with these parameters.
    ///
    /// @param path the page, relative to the portal's root
    public String address(String path) {
        return chosen.isEmpty() ? path : path + '?' + all().getQueryString();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
