package dev.portico.access.internal;

import dev.portico.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What answers by any policy: the one evaluator, over the roles of another number.
@Component
final class PolicyEvaluators {

    private final PolicyInForce policies;
    private final PolicyRows rows;

    PolicyEvaluators(PolicyInForce policies, PolicyRows rows) {
        this.policies = policies;
        this.rows = rows;
    }

    /// @param policy its number; null for the one in force
    /// @throws Refusal.NotFound where there is none of that number
    Evaluator of(@Nullable Integer policy) {
        Evaluator inForce = policies.evaluator();
        if (policy == null || policy == inForce.number()) {
            return inForce;
        }
        if (rows.find(policy).isEmpty()) {
            throw unknown(policy);
        }
        return new Evaluator(policy, new RoleSet(rows.roles(policy)), inForce.now(), inForce.spaces());
    }

    static Refusal.NotFound unknown(int policy) {
        return new Refusal.NotFound("policy-unknown", "There is no policy " + policy);
    }
}
