package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How long ago something was, or how soon it will be; the exact time appears on hovering.
@Tag("time")
public final class RelativeTime extends Component implements HasText, HasStyle {

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH);

    /// @param now the moment that the distance is counted from
    public RelativeTime(Instant time, Instant now) {
        setText(words(time, now));
        getElement().setAttribute("datetime", time.toString());
        getElement().setAttribute("title", exact(time));
    }

    /// The distance counted from now.
    public RelativeTime(Instant time) {
        this(time, Instant.now());
    }

    /// The distance as a sentence part: `2 h ago`, `in 5 min`, `just now`.
    public static String words(Instant time, Instant now) {
        Duration distance = Duration.between(time, now);
        if (distance.abs().toSeconds() < 5) {
            return "just now";
        }
        String span = Words.span(Duration.ofSeconds(distance.abs().toSeconds()));
        return distance.isNegative() ? "in " + span : span + " ago";
    }

    /// The time itself, in UTC.
    public static String exact(Instant time) {
        return EXACT.format(time.atZone(ZoneOffset.UTC));
    }
}
