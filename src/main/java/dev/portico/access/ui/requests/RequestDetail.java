package dev.portico.access.ui.requests;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.AccessRequest;
import dev.portico.access.AccessRequests;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.access.ui.frame.ThingLink;
import dev.portico.look.Card;
import dev.portico.look.Facts;
import dev.portico.look.Note;
import dev.portico.look.RelativeTime;
import dev.portico.look.RequestBadge;
import dev.portico.look.State;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.time.Instant;

/// One request whole: who asks for what, where and why; its answer, or the form to give one.
final class RequestDetail {

    private final AccessRequests requests;
    private final Permissions permissions;
    private final Readers readers;

    RequestDetail(AccessRequests requests, Permissions permissions, Readers readers) {
        this.requests = requests;
        this.permissions = permissions;
        this.readers = readers;
    }

    /// @param close    leads back to the list
    /// @param answered told when it was answered
    Card card(AccessRequest request, String close, Runnable answered) {
        Card card = new Card("Request of " + request.displayName()).end(new Anchor(close, "Close"));
        card.body(facts(request));
        if (request.state() != AccessRequest.State.WAITING) {
            return card.body(outcome(request));
        }
        return card.body(
                request.account().equals(readers.current().account())
                        ? new Note(State.INFO, "This is your own request; somebody else has to answer it.")
                        : new RequestAnswer(requests, readers, request, answered));
    }

    private Facts facts(AccessRequest request) {
        Facts facts = new Facts()
                .fact(
                        "Who",
                        new Span(request.displayName()),
                        Text.mono(request.name()).styled("hint"))
                .fact("Wants", wanted(request));
        if (request.space() != null) {
            facts.fact("Where", new Span("In the space " + request.space()));
        }
        if (request.thing() != null) {
            facts.fact("On", ThingLink.of(request.thing()));
        }
        return facts.fact("Why", RequestAnswer.quoted(request.reason()))
                .fact(
                        "For",
                        request.days() == null
                                ? "As long as you think right"
                                : Words.count(request.days(), "day", "days"))
                .fact("Asked", new RelativeTime(request.madeAt()));
    }

    private Component wanted(AccessRequest request) {
        Span words = new Span(permissions
                .named(request.permission())
                .map(Permission::sentence)
                .orElse("Something that no module knows any more."));
        Span both = new Span(words, Text.mono(request.permission()).styled("hint"));
        both.addClassNames("col", "tight");
        return both;
    }

    private static Component outcome(AccessRequest request) {
        Instant now = Instant.now();
        Facts facts = new Facts().fact("State", RequestBadge.of(request.state().name(), request.given(now)));
        if (request.decidedAt() != null) {
            facts.fact("By", new Span(String.valueOf(request.decider())), new RelativeTime(request.decidedAt()));
        }
        if (request.role() != null && request.until() != null) {
            facts.fact("Role", Text.mono(request.role()))
                    .fact(request.given(now) ? "Ends" : "Ended", new RelativeTime(request.until()));
        }
        return request.answer().isEmpty() ? facts : facts.fact("Answer", RequestAnswer.quoted(request.answer()));
    }
}
