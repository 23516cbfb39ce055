package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;

/// Says why somebody may something or not.
public interface Explanations {

    /// Decides as the policy would, and says why. About oneself it takes no permission; about others, or by a policy
    /// that is not in force, `access.policy.read` without a condition. The thing has to be one that the reader may
    /// read.
    ///
    /// @throws Refusal.NotFound  where there is no such permission, account, policy or thing for the reader
    /// @throws Refusal.Forbidden where the reader may not ask
    Decision explain(Reader reader, DecisionQuestion question);
}
