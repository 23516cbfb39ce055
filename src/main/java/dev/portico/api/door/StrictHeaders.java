package dev.portico.api.door;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/// What browsers are told about an answer that does not pass the security chain: nothing of it runs, is framed,
/// sniffed or kept. What the answer says of these already stays.
public final class StrictHeaders {

    /// Styles within the page are allowed for the error page, which has nothing else.
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-store");

    private StrictHeaders() {}

    /// Adds those that are missing.
    public static void addTo(HttpServletResponse response) {
        HEADERS.forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
    }
}
