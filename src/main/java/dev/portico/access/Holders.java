package dev.portico.access;

import dev.portico.access.Explanation.Holding;
import java.util.List;

/// Who may do something, and through what.
///
/// @param policy the number of the policy that was asked
/// @param people how many accounts may
/// @param tokens how many service tokens may
/// @param who    the first of them by name; tokens only for whoever manages those of everybody
public record Holders(int policy, int people, int tokens, List<Holder> who) {

    /// How many are named at most.
    public static final int MOST_NAMED = 200;

    public Holders {
        who = List.copyOf(who);
    }

    /// Somebody who may.
    ///
    /// @param everywhere whether they may without a condition
    /// @param through    the grants that allow it, in the order they were looked at
    public record Holder(Party party, boolean everywhere, List<Through> through) {
        public Holder {
            through = List.copyOf(through);
        }
    }

    /// A grant that allows it.
    ///
    /// @param role     the role that the grant stands in
    /// @param grant    with the condition under which it is held
    /// @param holdings how the role is held
    public record Through(String role, Grant grant, List<Holding> holdings) {
        public Through {
            holdings = List.copyOf(holdings);
        }
    }
}
