package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.Decision;
import dev.portico.access.DecisionQuestion;
import dev.portico.access.Explanations;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.things.ThingSource;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.kernel.Thing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Explains decisions about accounts, by any policy.
@Service
final class AccountExplanations implements Explanations {

    private final Access access;
    private final Permissions permissions;
    private final PolicyInForce policies;
    private final PolicyRows rows;
    private final AccountRows accounts;
    private final AccountReaders readers;
    private final List<ThingSource> things;

    AccountExplanations(
            Access access,
            Permissions permissions,
            PolicyInForce policies,
            PolicyRows rows,
            AccountRows accounts,
            AccountReaders readers,
            List<ThingSource> things) {
        this.access = access;
        this.permissions = permissions;
        this.policies = policies;
        this.rows = rows;
        this.accounts = accounts;
        this.readers = readers;
        this.things = List.copyOf(things);
    }

    @Override
    public Decision explain(Reader reader, DecisionQuestion question) {
        if (isAboutOthers(reader, question) || question.policy() != null) {
            access.require(reader, AccessPermissions.READ_POLICY);
        }
        Permission permission = permissions
                .named(question.permission())
                .orElseThrow(() -> new Refusal.NotFound(
                        "permission-unknown",
                        "There is no permission \"" + question.permission()
                                + "\"; docs/access.md lists them, and GET /api/portico/me those that you hold"));
        Reader subject = isAboutOthers(reader, question) ? reader(String.valueOf(question.account())) : reader;
        Evaluator evaluator = evaluator(question.policy());
        return question.thing() == null
                ? evaluator.decide(subject, permission)
                : evaluator.decide(subject, permission, thing(reader, permission, question.thing()));
    }

    /// One's own name means oneself, as leaving it out does.
    private boolean isAboutOthers(Reader reader, DecisionQuestion question) {
        return question.account() != null
                && accounts.findByName(question.account())
                        .filter(account -> account.id().equals(reader.account()))
                        .isEmpty();
    }

    private Evaluator evaluator(@Nullable Integer policy) {
        Evaluator inForce = policies.evaluator();
        if (policy == null || policy == inForce.number()) {
            return inForce;
        }
        if (rows.find(policy).isEmpty()) {
            throw new Refusal.NotFound("policy-unknown", "There is no policy " + policy);
        }
        return new Evaluator(policy, new RoleSet(rows.roles(policy)), inForce.now(), inForce.spaces());
    }

    private Reader reader(String account) {
        return accounts.findByName(account)
                .flatMap(held -> readers.reader(held.id()))
                .orElseThrow(() -> new Refusal.NotFound(
                        "account-unknown", "There is no enabled account named \"" + account + "\""));
    }

    /// The thing, where whoever asks may know of it.
    private Thing thing(Reader reader, Permission permission, String id) {
        ThingSource source = things.stream()
                .filter(one -> one.type().equals(permission.resourceType()))
                .findFirst()
                .orElseThrow(() -> new Refusal.InvalidInput(
                        "thing-type",
                        "The permission " + permission.name() + " is asked about no thing that can be looked up here;"
                                + " leave the thing out"));
        return source.thing(id)
                .filter(thing ->
                        access.decide(reader, source.permission(), thing).allowed())
                .orElseThrow(
                        () -> new Refusal.NotFound("thing-unknown", "There is no \"" + id + "\" that you may know of"));
    }
}
