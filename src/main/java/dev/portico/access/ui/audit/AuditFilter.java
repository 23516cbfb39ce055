package dev.portico.access.ui.audit;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.audit.AuditQuery;
import dev.portico.kernel.Reader;
import dev.portico.look.AddressParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which rows the page lists, and which one it shows whole: all that stands in the address.
///
/// @param actor  the subject of who did it, or the name of an account; empty for anybody
/// @param action an action, or the beginning of some with a `*` at its end; empty for any
/// @param type   the type of the thing; empty for any
/// @param thing  its id; empty for any
/// @param row    the id of the row that is shown whole; empty for none
record AuditFilter(String actor, String action, String type, String thing, Outcome outcome, Span span, String row) {

    static final String PATH = "audit";

    private static final String ANONYMOUS = Reader.anonymous().subject();

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
                AddressParameters.text(asked, "actor"),
                AddressParameters.text(asked, "action"),
                AddressParameters.text(asked, "type"),
                AddressParameters.text(asked, "thing"),
                AddressParameters.choice(asked, "outcome", Outcome.ALL),
                AddressParameters.choice(asked, "since", Span.EVER),
                AddressParameters.text(asked, "row"));
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
        return new AuditQuery(
                orNull(subject()), orNull(action), orNull(type), orNull(thing), from(now), null, refused());
    }

    QueryParameters parameters() {
        return chosen().all();
    }

    /// The page with this filter, relative to the portal's root.
    String address() {
        return chosen().address(PATH);
    }

    private AddressParameters chosen() {
        return new AddressParameters()
                .with("actor", actor)
                .with("action", action)
                .with("type", type)
                .with("thing", thing)
                .with("outcome", outcome, Outcome.ALL)
                .with("since", span, Span.EVER)
                .with("row", row);
    }

    /// A file with the rows that fit now, relative to the portal's root.
    ///
    /// @param format `csv` or `jsonl`
    String export(String format, Instant now) {
        Instant from = from(now);
        return new AddressParameters()
                .with("format", format)
                .with("actor", subject())
                .with("action", action)
                .with("type", type)
                .with("thing", thing)
                .with("from", from == null ? "" : from.toString())
                .with("refused", refused() == null ? "" : String.valueOf(refused()))
                .address("api/portico/audit/export");
    }

    /// A word alone is the name of an account.
    private String subject() {
        return isAccount(actor) ? "account:" + actor.toLowerCase(Locale.ROOT) : actor;
    }

    /// Whether words name an account, rather than a subject of any kind.
    static boolean isAccount(String words) {
        return !words.isEmpty() && words.indexOf(':') < 0 && !words.equals(ANONYMOUS);
    }

    private @Nullable Instant from(Instant now) {
        return span.duration == null ? null : now.minus(span.duration);
    }

    private @Nullable Boolean refused() {
        return outcome == Outcome.ALL ? null : outcome == Outcome.REFUSED;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
