package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.AccessRequest;
import dev.portico.access.AccessRequests;
import dev.portico.access.Readers;
import dev.portico.kernel.AskAddress;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.Card;
import dev.portico.look.Note;
import dev.portico.look.RelativeTime;
import dev.portico.look.RequestBadge;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The requests of the reader, newest first, with what became of each.
final class MyRequests extends Div {

    private static final int MOST = 50;

    private final transient AccessRequests requests;
    private final transient Readers readers;
    private transient List<AccessRequest> shown = List.of();

    MyRequests(AccessRequests requests, Readers readers) {
        this.requests = requests;
        this.readers = readers;
        show(null);
    }

    /// Shows them anew.
    ///
    /// @param news said first; null for nothing
    void show(@Nullable Note news) {
        show(requests.own(readers.current(), null, MOST), news);
    }

    /// Shows them anew where something became of one.
    void renew() {
        List<AccessRequest> own = requests.own(readers.current(), null, MOST);
        if (!own.equals(shown)) {
            show(own, null);
        }
    }

    private void show(List<AccessRequest> own, @Nullable Note news) {
        shown = own;
        removeAll();
        Card card = new Card("My requests").count(Words.number(own.size()));
        if (news != null) {
            card.body(news);
        }
        if (own.isEmpty()) {
            add(card.body(Text.second("None yet. Where a page is closed to you, ask there, or with the form above.")));
        } else {
            add(card.rows(own.stream().map(this::row).toArray(Component[]::new)));
        }
    }

    private Component row(AccessRequest request) {
        Instant now = Instant.now();
        Div first = new Div(
                Text.mono(request.permission()), RequestBadge.of(request.state().name(), request.given(now)));
        first.addClassNames("row", "wrap");
        String where = request.thing() != null
                ? "On " + request.thing()
                : request.space() == null ? "" : "In " + request.space();
        Div words = new Div(first);
        words.addClassNames("col", "tight", "grow");
        if (!where.isEmpty()) {
            words.add(Text.second(where));
        }
        words.add(Text.second("“" + request.reason() + "”"));
        String span = request.days() == null ? "Asked " : "Asked for " + Words.count(request.days(), "day ", "days ");
        Div foot = new Div(new Span(span), new RelativeTime(request.madeAt()));
        foot.addClassNames("small", "hint");
        words.add(foot);
        outcome(request, now, words);
        if (canBeAskedAgain(request)) {
            words.add(new Anchor(
                    AskAddress.of(request.permission(), request.thing(), request.space()),
                    request.given(now) ? "Ask for longer" : "Ask again"));
        }
        return request.state() == AccessRequest.State.WAITING
                ? Row.item(words, Actions.quiet("Withdraw", () -> withdraw(request)))
                        .styled("top")
                : Row.item(words).styled("top");
    }

    /// Whether it ended, or will, and nothing newer is about the same.
    private boolean canBeAskedAgain(AccessRequest request) {
        boolean ends =
                request.state() == AccessRequest.State.APPROVED || request.state() == AccessRequest.State.EXPIRED;
        return ends
                && shown.stream()
                        .filter(other -> other.words().equals(request.words()))
                        .findFirst()
                        .equals(Optional.of(request));
    }

    private static void outcome(AccessRequest request, Instant now, Div words) {
        Div line = new Div();
        line.addClassNames("small", "hint");
        if (request.state() == AccessRequest.State.WAITING) {
            line.add(new Span("Waits for an answer, and ends without one "), new RelativeTime(request.expiresAt()));
            words.add(line);
            return;
        }
        if (request.decidedAt() == null) {
            return;
        }
        line.add(new Span(verb(request) + " "), new RelativeTime(request.decidedAt()));
        if (request.until() != null) {
            line.add(
                    new Span(
                            ", by the role " + request.role() + ", which " + (request.given(now) ? "ends " : "ended ")),
                    new RelativeTime(request.until()));
        }
        words.add(line);
        if (!request.answer().isEmpty()) {
            words.add(Text.second("“" + request.answer() + "”"));
        }
    }

    private static String verb(AccessRequest request) {
        return switch (request.state()) {
            case APPROVED -> request.decider() + " approved it";
            case DENIED -> request.decider() + " denied it";
            case WITHDRAWN -> "You took it back";
            case EXPIRED, WAITING -> "Nobody answered; it ended";
        };
    }

    private void withdraw(AccessRequest request) {
        try {
            requests.withdraw(readers.current(), request.id());
            show(null);
        } catch (Refusal.Conflict answered) {
            show(new Note(State.WARNING, answered.reason()));
        }
    }
}
