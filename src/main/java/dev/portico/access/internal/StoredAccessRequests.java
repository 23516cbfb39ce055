package dev.portico.access.internal;

import dev.portico.access.AccessRequest;
import dev.portico.access.AccessRequest.State;
import dev.portico.access.AccessRequests;
import dev.portico.access.NewAccessRequest;
import dev.portico.access.RequestSettings;
import dev.portico.access.RoleOption;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// The requests in the database. Whoever answers one locks its row, so that one answer counts.
@Service
final class StoredAccessRequests implements AccessRequests {

    private final RequestRows rows;
    private final RequestCheck check;
    private final RequestSight sight;
    private final RequestApprovers approvers;
    private final RequestGiving giving;
    private final RequestNews news;
    private final PolicyInForce policies;
    private final Guard guard;
    private final RequestSettings settings;
    private final TransactionOperations transactions;

    StoredAccessRequests(
            RequestRows rows,
            RequestCheck check,
            RequestSight sight,
            RequestApprovers approvers,
            RequestGiving giving,
            RequestNews news,
            PolicyInForce policies,
            Guard guard,
            RequestSettings settings,
            TransactionOperations transactions) {
        this.rows = rows;
        this.check = check;
        this.sight = sight;
        this.approvers = approvers;
        this.giving = giving;
        this.news = news;
        this.policies = policies;
        this.guard = guard;
        this.settings = settings;
        this.transactions = transactions;
    }

    @Override
    public AccessRequest ask(Reader reader, NewAccessRequest asked) {
        UUID account = RequestCheck.account(reader);
        guard.requireScope(reader, Deed.MAKE_REQUEST, RequestNews.TYPE, "new");
        Reader asker = RequestCheck.asker(reader);
        NewAccessRequest checked = check.checked(asker, asked);
        return written(() -> {
            RequestRows.Asked made = rows.insert(account, checked, settings.waiting());
            AccessRequest request = found(made.id());
            if (made.made()) {
                if (rows.waiting(account) > settings.most()) {
                    throw new Refusal.Conflict(
                            "request-many",
                            "You wait for " + settings.most() + " answers already; take a request back first");
                }
                news.made(reader, request, approvers.of(request, asker, policies.evaluator()));
            }
            return request;
        });
    }

    @Override
    public Optional<RoleOption> least(Reader reader, NewAccessRequest asked) {
        UUID account = RequestCheck.account(reader);
        guard.requireScopeForReading(reader, AccessPermissions.OWN_ACCOUNT);
        return giving.least(account, check.placed(RequestCheck.asker(reader), asked));
    }

    @Override
    public List<AccessRequest> own(Reader reader, @Nullable UUID after, int limit) {
        guard.requireScopeForReading(reader, AccessPermissions.OWN_ACCOUNT);
        return reader.account() == null ? List.of() : rows.own(reader.account(), after, limited(limit));
    }

    @Override
    public AccessRequest withdraw(Reader reader, UUID id) {
        UUID account = RequestCheck.account(reader);
        guard.requireScope(reader, Deed.WITHDRAW_REQUEST, RequestNews.TYPE, id.toString());
        return written(() -> {
            AccessRequest request = rows.lock(id)
                    .filter(held -> held.account().equals(account))
                    .orElseThrow(() -> RequestSight.unknown(id));
            requireWaiting(request);
            rows.decide(id, State.WITHDRAWN, reader.subject(), "", null, null);
            news.withdrawn(reader, request);
            return found(id);
        });
    }

    @Override
    public List<AccessRequest> list(Reader reader, Set<State> states, String who, @Nullable UUID after, int limit) {
        return rows.list(sight.require(reader), states, who.strip(), after, limited(limit));
    }

    @Override
    public long waiting(Reader reader) {
        RequestRows.Seen seen = sight.of(reader);
        return seen.none() ? 0 : rows.waiting(seen);
    }

    @Override
    public AccessRequest request(Reader reader, UUID id) {
        return sight.request(reader, id);
    }

    @Override
    public List<RoleOption> options(Reader reader, UUID id) {
        AccessRequest request = sight.request(reader, id);
        return request.state() == State.WAITING ? giving.options(reader, request) : List.of();
    }

    @Override
    public AccessRequest approve(Reader reader, UUID id, String role, Instant until, String words) {
        String said = words.isBlank() ? "" : answer(words);
        sight.requireAnswering(reader, id);
        Instant end = check.until(until);
        try {
            return written(() -> {
                int inForce = giving.lock();
                AccessRequest request = locked(id);
                String given = giving.give(reader, request, inForce, role, end);
                rows.decide(id, State.APPROVED, reader.subject(), said, given, end);
                news.approved(reader, request, given, end, said);
                return found(id);
            });
        } catch (Refusal.Forbidden refused) {
            guard.refused(reader, Deed.APPROVE_REQUEST, RequestNews.TYPE, id.toString());
            throw refused;
        } finally {
            policies.forget();
        }
    }

    @Override
    public AccessRequest deny(Reader reader, UUID id, String words) {
        String why = answer(words);
        sight.requireAnswering(reader, id);
        return written(() -> {
            AccessRequest request = locked(id);
            rows.decide(id, State.DENIED, reader.subject(), why, null, null);
            news.denied(reader, request, why);
            return found(id);
        });
    }

    private AccessRequest locked(UUID id) {
        AccessRequest request = rows.lock(id).orElseThrow(() -> RequestSight.unknown(id));
        requireWaiting(request);
        return request;
    }

    private static void requireWaiting(AccessRequest request) {
        if (request.state() == State.WAITING) {
            return;
        }
        String became =
                switch (request.state()) {
                    case APPROVED -> request.decider() + " has approved it already";
                    case DENIED -> request.decider() + " has denied it already";
                    case WITHDRAWN -> request.displayName() + " has taken it back";
                    case EXPIRED, WAITING -> "nobody answered it in time";
                };
        throw new Refusal.Conflict(
                "request-answered", "This request does not wait any more: " + became + ". Nothing was changed");
    }

    private AccessRequest found(UUID id) {
        return rows.find(id).orElseThrow(() -> RequestSight.unknown(id));
    }

    private AccessRequest written(java.util.function.Supplier<AccessRequest> change) {
        return Objects.requireNonNull(transactions.execute(status -> change.get()));
    }

    private static String answer(String words) {
        return RequestCheck.words(words, "Say in 1 to " + LONGEST_REASON + " characters why");
    }

    private static int limited(int limit) {
        return Math.clamp(limit, 1, LONGEST_LIST);
    }
}
