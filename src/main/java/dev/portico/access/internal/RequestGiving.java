package dev.portico.access.internal;

import dev.portico.access.AccessRequest;
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
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/// Gives a role for a time, by a policy in which the account is a member of it. Drafts that somebody works on get the
/// member too, so that publishing one takes nothing away that was given meanwhile.
@Component
final class RequestGiving {

    private final AccountRows accounts;
    private final AccountReaders readers;
    private final RequestOptions options;
    private final PolicyRows policies;
    private final PolicyAtOnce atOnce;
    private final PolicyCheck check;
    private final PolicyWriting writing;
    private final ChangeFeed feed;

    RequestGiving(
            AccountRows accounts,
            AccountReaders readers,
            RequestOptions options,
            PolicyRows policies,
            PolicyAtOnce atOnce,
            PolicyCheck check,
            PolicyWriting writing,
            ChangeFeed feed) {
        this.accounts = accounts;
        this.readers = readers;
        this.options = options;
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
        return options.of(request, asker(request), evaluator).stream()
                .map(option -> new RoleOption(
                        option.role().name(),
                        option.role().description(),
                        option.role().space(),
                        option.made(),
                        option.permissions(),
                        options.obstacle(reader, option, evaluator)
                                .map(Refusal::reason)
                                .orElse(null)))
                .toList();
    }

    /// Gives a role, where it is one of the options and the reader may.
    ///
    /// @param inForce the policy in force, which is locked
    /// @return the name of the role
    String give(Reader reader, AccessRequest request, int inForce, String role, Instant until) {
        Evaluator evaluator = options.evaluator(inForce);
        RequestOption option = options.of(request, asker(request), evaluator).stream()
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
                policies.write(draft, next.get(), reader.subject());
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

    private Reader asker(AccessRequest request) {
        return readers.of(accounts.known(request.account()));
    }

    private static String note(AccessRequest request, String role) {
        return "Request: " + role + " for " + request.name() + ", who asked for " + request.permission();
    }
}
