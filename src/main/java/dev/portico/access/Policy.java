package dev.portico.access;

import java.util.List;

/// A numbered set of roles.
///
/// @param roles those that whoever asked may see, in the order of their names
public record Policy(PolicySummary summary, List<Role> roles) {
    public Policy {
        roles = List.copyOf(roles);
    }
}
