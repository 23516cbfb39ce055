package dev.portico.access.internal;

import dev.portico.access.AccessRequest;
import dev.portico.access.notices.Notice;
import dev.portico.access.notices.Notices;
import dev.portico.audit.Audit;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What becomes of requests, for the audit trail, for open pages and for those whom it concerns; all in the
/// transaction of the change.
@Component
final class RequestNews {

    static final String TYPE = "access-request";

    private static final String MINE = "me/access";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    private final Audit audit;
    private final ChangeFeed feed;
    private final ObjectProvider<Notices> notices;

    RequestNews(Audit audit, ChangeFeed feed, ObjectProvider<Notices> notices) {
        this.audit = audit;
        this.feed = feed;
        this.notices = notices;
    }

    /// A new request, for those who may grant it.
    void made(Reader reader, AccessRequest request, Collection<UUID> approvers) {
        ObjectNode after = JsonNodeFactory.instance.objectNode().put("permission", request.permission());
        after.put("space", request.space());
        after.put("thing", request.thing());
        after.put("reason", request.reason());
        after.put("days", request.days());
        record(reader, Deed.MAKE_REQUEST, request, null, after);
        String span = request.days() == null ? "" : "For " + days(request.days()) + ": ";
        tell(
                approvers,
                new Notice(
                        "access.request",
                        request.displayName() + " asks for " + request.words(),
                        span + "“" + request.reason() + "”",
                        link(request)));
    }

    /// Taken back by whoever asked.
    void withdrawn(Reader reader, AccessRequest request) {
        record(reader, Deed.WITHDRAW_REQUEST, request, state(request.state()), state(AccessRequest.State.WITHDRAWN));
        settled(request);
    }

    void denied(Reader reader, AccessRequest request, String why) {
        record(
                reader,
                Deed.DENY_REQUEST,
                request,
                state(request.state()),
                state(AccessRequest.State.DENIED).put("answer", why));
        tell(request, "Denied: " + request.words(), reader.name() + ": “" + why + "”");
        settled(request);
    }

    void approved(Reader reader, AccessRequest request, String role, Instant until, String words) {
        ObjectNode after = state(AccessRequest.State.APPROVED)
                .put("role", role)
                .put("account", request.name())
                .put("until", until.toString())
                .put("answer", words);
        record(reader, Deed.APPROVE_REQUEST, request, state(request.state()), after);
        tell(
                request,
                "Approved: " + request.words(),
                "Until " + MOMENT.format(until.atOffset(ZoneOffset.UTC)) + ", by the role " + role + ". "
                        + reader.name() + (words.isEmpty() ? " approved it." : ": “" + words + "”"));
        settled(request);
    }

    void unanswered(Reader reader, AccessRequest request) {
        record(
                Change.done(
                        reader,
                        "access.request.expire",
                        TYPE,
                        request.id().toString(),
                        state(request.state()).toString(),
                        state(AccessRequest.State.EXPIRED).toString()),
                request);
        tell(
                request,
                "Nobody answered: " + request.words(),
                "Your request has ended without an answer. Ask again if you still need it.");
        settled(request);
    }

    void ending(AccessRequest request) {
        Instant until = Objects.requireNonNull(request.until());
        tell(
                request,
                "Ends soon: " + request.words(),
                "The role " + request.role() + " ends " + MOMENT.format(until.atOffset(ZoneOffset.UTC))
                        + ". Ask again if you need it for longer.");
    }

    void over(AccessRequest request) {
        tell(
                request,
                "Ended: " + request.words(),
                "The role " + request.role() + " that you had for a time has ended. Ask again if you still need it.");
    }

    private void record(
            Reader reader, Deed deed, AccessRequest request, @Nullable ObjectNode before, ObjectNode after) {
        record(
                deed.done(
                        reader,
                        TYPE,
                        request.id().toString(),
                        before == null ? null : before.toString(),
                        after.toString()),
                request);
    }

    private void record(Change change, AccessRequest request) {
        audit.record(change);
        feed.publish(RequestChanges.TOPIC, List.of(request.id().toString()));
    }

    private static String link(AccessRequest request) {
        return "access/requests?request=" + request.id();
    }

    /// Nobody has to answer it any more.
    private void settled(AccessRequest request) {
        @Nullable Notices teller = notices.getIfAvailable();
        if (teller != null) {
            teller.settled(link(request));
        }
    }

    private void tell(AccessRequest request, String title, String text) {
        tell(List.of(request.account()), new Notice("access.answer", title, text, MINE));
    }

    private void tell(Collection<UUID> accounts, Notice notice) {
        @Nullable Notices teller = notices.getIfAvailable();
        if (teller != null && !accounts.isEmpty()) {
            teller.tell(accounts, notice);
        }
    }

    private static ObjectNode state(AccessRequest.State state) {
        return JsonNodeFactory.instance.objectNode().put("state", state.name());
    }

    private static String days(int days) {
        return days == 1 ? "a day" : days + " days";
    }
}
