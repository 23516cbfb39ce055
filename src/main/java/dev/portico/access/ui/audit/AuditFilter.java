package dev.portico.access.ui.audit;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.audit.AuditQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which rows the page lists, and which one it shows whole: all that stands in the address.
///
/// @param actor  the subject of who did it; empty for anybody
/// @param action an action, or the beginning of some with a `*` at its end; empty for any
/// @param type   the type of the thing; empty for any
/// @param thing  its id; empty for any
/// @param row    the id of the row that is shown whole; empty for none
record AuditFilter(String actor, String action, String type, String thing, Outcome outcome, Span span, String row) {

    static final String PATH = "audit";

    static final AuditFilter NONE = new AuditFilter("", "", "", "", Outcome.ALL, Span.EVER, "");

    /// How an attempt ended.
    enum Outcome {
        ALL("Any outcome"),
        DONE("Done"),
        REFUSED("Refused");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// How far the list goes back.
    enum Span {
        EVER("Any time", null),
        HOUR("Last hour", Duration.ofHours(1)),
        DAY("Last 24 hours", Duration.ofDays(1)),
        WEEK("Last 7 days", Duration.ofDays(7)),
        MONTH("Last 30 days", Duration.ofDays(30));

        private final String words;
        private final @Nullable Duration duration;

        Span(String words, @Nullable Duration duration) {
            this.words = words;
            this.duration = duration;
        }

        String words() {
            return words;
        }
    }

    /// What an address asks for; what it says wrongly is left open.
    static AuditFilter of(QueryParameters asked) {
        return new AuditFilter(
                text(asked, "actor"),
                text(asked, "action"),
                text(asked, "type"),
                text(asked, "thing"),
                named(Outcome.values(), text(asked, "outcome"), Outcome.ALL),
                named(Span.values(), text(asked, "since"), Span.EVER),
                text(asked, "row"));
    }

    AuditFilter withActor(String other) {
        return new AuditFilter(other.strip(), action, type, thing, outcome, span, "");
    }

    AuditFilter withAction(String other) {
        return new AuditFilter(actor, other.strip(), type, thing, outcome, span, "");
    }

    AuditFilter withThing(String otherType, String otherThing) {
        return new AuditFilter(actor, action, otherType, otherThing, outcome, span, "");
    }

    AuditFilter withOutcome(Outcome other) {
        return new AuditFilter(actor, action, type, thing, other, span, "");
    }

    AuditFilter withSpan(Span other) {
        return new AuditFilter(actor, action, type, thing, outcome, other, "");
    }

    AuditFilter withRow(String other) {
        return new AuditFilter(actor, action, type, thing, outcome, span, other);
    }

    /// Whether it leaves anything out.
    boolean narrows() {
        return !withRow("").equals(NONE);
    }

    AuditQuery query(Instant now) {
        return new AuditQuery(orNull(actor), orNull(action), orNull(type), orNull(thing), from(now), null, refused());
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "actor", actor);
        put(parameters, "action", action);
        put(parameters, "type", type);
        put(parameters, "thing", thing);
        put(parameters, "outcome", outcome == Outcome.ALL ? "" : word(outcome));
        put(parameters, "since", span == Span.EVER ? "" : word(span));
        put(parameters, "row", row);
        return QueryParameters.simple(parameters);
    }

    /// The page with this filter, relative to the portal's root.
    String address() {
        String query = parameters().getQueryString();
        return query.isEmpty() ? PATH : PATH + '?' + query;
    }

    /// A file with the rows that fit now, relative to the portal's root.
    ///
    /// @param format `csv` or `jsonl`
    String export(String format, Instant now) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("format", format);
        put(parameters, "actor", actor);
        put(parameters, "action", action);
        put(parameters, "type", type);
        put(parameters, "thing", thing);
        Instant from = from(now);
        put(parameters, "from", from == null ? "" : from.toString());
        put(parameters, "refused", refused() == null ? "" : String.valueOf(refused()));
        return "api/portico/audit/export?" + QueryParameters.simple(parameters).getQueryString();
    }

    private @Nullable Instant from(Instant now) {
        return span.duration == null ? null : now.minus(span.duration);
    }

    private @Nullable Boolean refused() {
        return outcome == Outcome.ALL ? null : outcome == Outcome.REFUSED;
    }

    private static String text(QueryParameters asked, String name) {
        return asked.getSingleParameter(name).orElse("");
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E named(E[] values, String word, E otherwise) {
        return Arrays.stream(values)
                .filter(value -> word(value).equals(word))
                .findFirst()
                .orElse(otherwise);
    }
}
