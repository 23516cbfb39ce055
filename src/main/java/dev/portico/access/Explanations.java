package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;

/// Says why somebody may something or not.
public interface Explanations {

    /// Decides as the policy would, and says why. The thing has to be one that the reader may read.
    ///
    /// About oneself and one's own tokens it takes no permission. About others, or by a policy that is not
    /// in force, it takes `access.policy.read` without a condition; about a token that is not one's own
    /// `access.token.manage` too.
    ///
    /// @throws Refusal.NotFound  where there is no such permission, account, token, policy or thing for the reader
    /// @throws Refusal.Forbidden where the reader may not ask
    Decision explain(Reader reader, DecisionQuestion question);
}
