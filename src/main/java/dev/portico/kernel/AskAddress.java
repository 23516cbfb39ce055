package dev.portico.kernel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The page where whoever is refused asks for access. Every refusal that a person reads leads there.
public final class AskAddress {

    /// The page, relative to the portal's root.
    public static final String PAGE = "me/access";

    private AskAddress() {}

    /// The page with what to ask for filled in.
    ///
    /// @param permission the permission that was missing
    /// @param thing      the id of the thing that it was asked about; null for none
    public static String of(String permission, @Nullable String thing) {
        return of(permission, thing, null);
    }

    /// As [#of(String, String)], within a space.
    ///
    /// @param space the name of the space; null for everywhere
    public static String of(String permission, @Nullable String thing, @Nullable String space) {
        StringBuilder address = new StringBuilder(PAGE + "?ask=" + encoded(permission));
        if (thing != null) {
            address.append("&thing=").append(encoded(thing));
        }
        if (space != null) {
            address.append("&space=").append(encoded(space));
        }
        return address.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
