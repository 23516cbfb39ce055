package dev.portico.access.internal;

import dev.portico.access.AccessRequest;
import dev.portico.access.NewAccessRequest;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.RoleOption;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/// Gives a role for a time, by a policy in which the account is a member of it. Drafts that somebody works on get the
/// member too, so that publishing one takes nothing away that was given meanwhile.
@Component
final class RequestGiving {

    private final AccountRows accounts;
    private final AccountReaders readers;
    private final RequestOptions options;
    private final RequestRanking ranking;
    private final PolicyRights rights;
    private final PolicyRows policies;
    private final PolicyAtOnce atOnce;
    private final PolicyCheck check;
    private final PolicyWriting writing;
    private final ChangeFeed feed;

    RequestGiving(
            AccountRows accounts,
            AccountReaders readers,
            RequestOptions options,
            RequestRanking ranking,
            PolicyRights rights,
            PolicyRows policies,
            PolicyAtOnce atOnce,
            PolicyCheck check,
            PolicyWriting writing,
            ChangeFeed feed) {
        this.accounts = accounts;
        this.readers = readers;
        this.options = options;
        this.ranking = ranking;
        this.rights = rights;
        this.policies = policies;
        this.atOnce = atOnce;
        this.check = check;
        this.writing = writing;
        this.feed = feed;
    }

    /// The number of the policy in force. Until the transaction ends, nobody else changes any policy.
    int lock() {
        return policies.lock();
    }

    /// The roles that would give it, and whether the reader may.
    List<RoleOption> options(Reader reader, AccessRequest request) {
        Evaluator evaluator = options.evaluator(policies.inForce().number());
        return ranked(Wish.of(request), asker(request.account()), evaluator).stream()
                .map(ranked -> option(
                        ranked,
                        options.obstacle(reader, ranked.option(), evaluator)
                                .map(Refusal::reason)
                                .orElse(null)))
                .toList();
    }

    /// The role that would give it and adds least, of those that whoever asks holds already or may know of.
    Optional<RoleOption> least(UUID account, NewAccessRequest asked) {
        Evaluator evaluator = options.evaluator(policies.inForce().number());
        Account known = accounts.known(account);
        Reader asker = readers.of(known);
        Set<String> held = evaluator.roles().held(asker, evaluator.now());
        return ranked(Wish.of(asked, known.name()), asker, evaluator).stream()
                .filter(ranked -> !ranked.option().made()
                        || held.contains(ranked.option().role().name())
                        || rights.knows(asker, ranked.option().role()))
                .findFirst()
                .map(ranked -> option(ranked, null));
    }

    private List<RequestRanking.Ranked> ranked(Wish wish, Reader asker, Evaluator evaluator) {
        return ranking.ranked(options.of(wish, asker, evaluator), wish, asker, evaluator);
    }

    private static RoleOption option(RequestRanking.Ranked ranked, @Nullable String obstacle) {
        RequestOption option = ranked.option();
        return new RoleOption(
                option.role().name(),
                option.role().description(),
                option.role().space(),
                option.made(),
                option.permissions(),
                ranked.adds(),
                obstacle);
    }

    /// Gives a role, where it is one of the options and the reader may.
    ///
    /// @param inForce the policy in force, which is locked
    /// @return the name of the role
    String give(Reader reader, AccessRequest request, int inForce, String role, Instant until) {
        Evaluator evaluator = options.evaluator(inForce);
        RequestOption option = options.of(Wish.of(request), asker(request.account()), evaluator).stream()
                .filter(one -> one.role().name().equals(role))
                .findFirst()
                .orElseThrow(() -> new Refusal.InvalidInput(
                        "request-role",
                        "The role \"" + role + "\" would not give " + request.words()
                                + "; choose one of those that the request lists"));
        RoleMember member = new RoleMember(RoleMember.Kind.ACCOUNT, request.name(), until);
        List<Role> before = policies.roles(inForce);
        Collection<Role> after =
                check.whole(option.with(member, before, evaluator.now()).orElse(List.of()));
        options.requireGiving(reader, inForce, new PolicyChange(before, after));
        atOnce.enforce(reader, inForce, before, after, note(request, role));
        drafts(reader, option, member, evaluator.now());
        return role;
    }

    private void drafts(Reader reader, RequestOption option, RoleMember member, Instant now) {
        for (int draft : policies.drafts()) {
            Optional<List<Role>> next = option.with(member, policies.roles(draft), now);
            if (next.isPresent()) {
                policies.carry(draft, next.get());
                writing.record(
                        reader,
                        Deed.CHANGE_ROLE,
                        draft,
                        null,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("role", option.role().name())
                                .put("member", member.words())
                                .put(
                                        "until",
                                        Objects.requireNonNull(member.until()).toString()));
                feed.publish(PolicyChanges.TOPIC, List.of(Integer.toString(draft)));
            }
        }
    }

    private Reader asker(UUID account) {
        return readers.of(accounts.known(account));
    }

    private static String note(AccessRequest request, String role) {
        return "Request: " + role + " for " + request.name() + ", who asked for " + request.permission();
    }
}
