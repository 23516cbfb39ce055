package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.Page;
import dev.portico.look.Icon;
import dev.portico.look.Symbol;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the home page says first, by the clock of the reader's own place.
///
/// @param now    the moment, in that place
/// @param placed whether the place is known; where it is not, no time of day is claimed
record HomeGreeting(ZonedDateTime now, boolean placed) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    static HomeGreeting of(Page page) {
        return of(page.getExtendedClientDetails().getTimeZoneId(), Instant.now());
    }

    /// @param zone the browser's time zone; null where it did not tell
    static HomeGreeting of(@Nullable String zone, Instant now) {
        if (zone != null) {
            try {
                return new HomeGreeting(now.atZone(ZoneId.of(zone)), true);
            } catch (DateTimeException unknown) {
                return new HomeGreeting(now.atZone(ZoneOffset.UTC), false);
            }
        }
        return new HomeGreeting(now.atZone(ZoneOffset.UTC), false);
    }

    /// A greeting by the first word of the name.
    String hello(String name) {
        String first = name.strip().split("\\s+", 2)[0];
        int hour = now.getHour();
        String hello = !placed || hour < 4
                ? "Hello"
                : hour < 12 ? "Good morning" : hour < 18 ? "Good afternoon" : "Good evening";
        return hello + ", " + first;
    }

    /// The day, in words.
    String today() {
        return DAY.format(now);
    }

    /// The field that opens the palette, for windows whose top bar has room for its sign alone.
    static Component search() {
        NativeButton search = new NativeButton();
        search.add(new Icon(Symbol.SEARCH), new Span("Search entities, people, pages"));
        search.addClassNames("search", "home-search");
        search.getElement().setAttribute("aria-haspopup", "dialog");
        return search;
    }
}
