package dev.portico.access.internal;

import dev.portico.kernel.Reader;

/// Is told of each decision by the policy in force. Costs far less than the decision, and no I/O.
interface DecisionLog {

    /// What a decision was about.
    enum Asked {
        /// One thing.
        THING,
        /// Which things, for a list.
        LIST,
        /// Nothing in particular.
        GENERAL
    }

    /// What came out.
    enum Result {
        /// Allowed; of a list, everything.
        ALL,
        /// Of a list, what meets a condition.
        SOME,
        /// Denied.
        NONE
    }

    /// @param type the type of the thing; empty where there is none
    /// @param id   its id; empty where there is none
    void decided(Reader reader, String permission, Asked asked, String type, String id, Result result);
}
