package dev.portico.access.internal;

import dev.portico.access.Decision;
import dev.portico.access.DecisionQuestion;
import dev.portico.access.Explanations;
import dev.portico.access.Permission;
import dev.portico.kernel.Reader;
import org.springframework.stereotype.Service;

/// Explains decisions about accounts and tokens, by any policy.
@Service
final class AccountExplanations implements Explanations {

    private final Simulated simulated;
    private final PolicyEvaluators evaluators;

    AccountExplanations(Simulated simulated, PolicyEvaluators evaluators) {
        this.simulated = simulated;
        this.evaluators = evaluators;
    }

    @Override
    public Decision explain(Reader reader, DecisionQuestion question) {
        if (question.policy() != null) {
            simulated.requireOthers(reader);
        }
        Reader subject = simulated.subject(reader, question.account(), question.token());
        Permission permission = simulated.permission(question.permission());
        Evaluator evaluator = evaluators.of(question.policy());
        return question.thing() == null
                ? evaluator.decide(subject, permission)
                : evaluator.decide(subject, permission, simulated.thing(reader, permission, question.thing()));
    }
}
