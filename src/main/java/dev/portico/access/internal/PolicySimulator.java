package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.Decision;
import dev.portico.access.Explanation;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Explanation.Outcome;
import dev.portico.access.HolderQuestion;
import dev.portico.access.Holders;
import dev.portico.access.Holders.Holder;
import dev.portico.access.Holders.Through;
import dev.portico.access.Party;
import dev.portico.access.Permission;
import dev.portico.access.Reach;
import dev.portico.access.ReachQuestion;
import dev.portico.access.Scope;
import dev.portico.access.Simulator;
import dev.portico.access.internal.DecisionLog.Result;
import dev.portico.access.internal.Subjects.Subject;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.kernel.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Asks the evaluator of a policy about others.
@Service
final class PolicySimulator implements Simulator {

    private final Access access;
    private final Simulated simulated;
    private final PolicyEvaluators evaluators;
    private final Subjects subjects;

    PolicySimulator(Access access, Simulated simulated, PolicyEvaluators evaluators, Subjects subjects) {
        this.access = access;
        this.simulated = simulated;
        this.evaluators = evaluators;
        this.subjects = subjects;
    }

    @Override
    public Reach reach(Reader reader, ReachQuestion question) {
        if (question.policy() != null) {
            simulated.requireOthers(reader);
        }
        Reader subject = simulated.subject(reader, question.account(), question.token());
        Permission permission = simulated.permission(question.permission());
        Evaluator evaluator = evaluators.of(question.policy());
        Scope scope = evaluator.scope(subject, permission);
        return simulated
                .source(permission.resourceType())
                .flatMap(source -> source.reached(subject, scope, Reach.MOST_NAMED, reader))
                .map(reached -> new Reach(evaluator.number(), reached.count(), reached.sample()))
                .orElseThrow(() -> new Refusal.InvalidInput(
                        "thing-type",
                        "The permission " + permission.name() + " is about nothing that can be counted; ask about one"
                                + " such as catalog.entity.read"));
    }

    @Override
    public Holders holders(Reader reader, HolderQuestion question) {
        simulated.requireOthers(reader);
        Permission permission = simulated.permission(question.permission());
        Evaluator evaluator = evaluators.of(question.policy());
        Thing thing = question.thing() == null ? null : simulated.thing(reader, permission, question.thing());
        List<Subject> may = subjects.all().stream()
                .filter(subject -> may(evaluator, subject.reader(), permission, thing))
                .toList();
        boolean named = simulated.namesTokens(reader);
        int tokens = (int) may.stream().filter(Subject::token).count();
        List<Holder> who = may.stream()
                .filter(subject -> named || !subject.token())
                .limit(Holders.MOST_NAMED)
                .map(subject -> holder(evaluator, subject, permission, thing))
                .toList();
        return new Holders(evaluator.number(), may.size() - tokens, tokens, who);
    }

    @Override
    public List<Party> parties(Reader reader, String typed, int limit) {
        if (!access.decide(reader, AccessPermissions.READ_POLICY).allowed()) {
            return List.of(new Party(reader.subject(), reader.name(), reader.account() == null));
        }
        List<Party> parties = new ArrayList<>(subjects.accountsLike(typed, limit));
        if (parties.size() < limit && simulated.namesTokens(reader)) {
            parties.addAll(subjects.tokensLike(typed, limit - parties.size()));
        }
        return parties;
    }

    @Override
    public Party party(Reader reader, String subject) {
        boolean account = subject.startsWith(AccountReaders.SUBJECT);
        if (!account && !subject.startsWith(TokenReaders.SUBJECT)) {
            throw new Refusal.NotFound(
                    "subject-unknown",
                    "\"" + subject
                            + "\" names nobody who can be asked about; name an account, such as account:jane, or a"
                            + " token, such as token:ci");
        }
        String name = subject.substring(subject.indexOf(':') + 1);
        Reader found = simulated.subject(reader, account ? name : null, account ? null : name);
        return new Party(subject, account ? found.name() : Subjects.token(name, found.name()), !account);
    }

    @Override
    public boolean takesThing(String permission) {
        return simulated.source(simulated.permission(permission).resourceType()).isPresent();
    }

    @Override
    public List<String> things(Reader reader, String permission, String typed, int limit) {
        return simulated
                .source(simulated.permission(permission).resourceType())
                .map(source -> source.meant(typed, limit, reader))
                .orElse(List.of());
    }

    private static boolean may(Evaluator evaluator, Reader subject, Permission permission, @Nullable Thing thing) {
        if (thing != null) {
            return evaluator.decide(subject, permission, thing).allowed();
        }
        return permission.resourceType().isEmpty()
                ? evaluator.decide(subject, permission).allowed()
                : RoleAccess.result(evaluator.scope(subject, permission)) != Result.NONE;
    }

    private static Holder holder(Evaluator evaluator, Subject subject, Permission permission, @Nullable Thing thing) {
        Decision decision = thing == null
                ? evaluator.decide(subject.reader(), permission)
                : evaluator.decide(subject.reader(), permission, thing);
        Explanation reasons = decision.reasons();
        Map<String, HeldRole> held =
                reasons.roles().stream().collect(Collectors.toMap(HeldRole::role, Function.identity()));
        List<Through> through = reasons.grants().stream()
                .filter(seen -> seen.grant().allows() && counts(seen.outcome()))
                .map(seen -> new Through(
                        seen.role(),
                        seen.grant(),
                        Optional.ofNullable(held.get(seen.role()))
                                .map(HeldRole::holdings)
                                .orElse(List.of())))
                .distinct()
                .toList();
        boolean everywhere = evaluator.scope(subject.reader(), permission) instanceof Scope.All;
        return new Holder(subject.party(), everywhere, through);
    }

    private static boolean counts(Outcome outcome) {
        return outcome == Outcome.HOLDS || outcome == Outcome.NEEDS_THING;
    }
}
