package dev.portico.shell;

import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.server.VaadinRequest;
import dev.portico.look.Symbol;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Light, dark, or as the system has it. The choice is kept with the account, and in a cookie, so that the
/// sign-in page already wears it.
enum Theme {
    LIGHT("Light", Symbol.SUN, ColorScheme.Value.LIGHT),
    DARK("Dark", Symbol.MOON, ColorScheme.Value.DARK),
    SYSTEM("As the system", Symbol.MONITOR, ColorScheme.Value.LIGHT_DARK);

    private static final String COOKIE = "portico-theme";

    private final String label;
    private final Symbol symbol;
    private final ColorScheme.Value scheme;

    Theme(String label, Symbol symbol, ColorScheme.Value scheme) {
        this.label = label;
        this.symbol = symbol;
        this.scheme = scheme;
    }

    String label() {
        return label;
    }

    Symbol symbol() {
        return symbol;
    }

    /// The value of the CSS property `color-scheme`.
    String scheme() {
        return scheme.getValue();
    }

    /// The choice that a request brings along; what the system has where it brings none.
    static Theme of(@Nullable VaadinRequest request) {
        Cookie[] cookies = request == null ? null : request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return named(cookie.getValue());
                }
            }
        }
        return SYSTEM;
    }

    /// Shows the page in this theme and keeps the choice for a year.
    void choose(Page page) {
        page.setColorScheme(scheme);
        page.executeJs(
                "document.cookie = $0 + '=' + $1 + '; path=/; max-age=31536000; samesite=lax'",
                COOKIE,
                name().toLowerCase(Locale.ROOT));
    }

    /// The choice that the present request brings along.
    static Theme asked() {
        return of(VaadinRequest.getCurrent());
    }

    /// The theme of this name, in any case; what the system has where there is none.
    static Theme named(String value) {
        for (Theme theme : values()) {
            if (theme.name().equalsIgnoreCase(value)) {
                return theme;
            }
        }
        return SYSTEM;
    }
}
