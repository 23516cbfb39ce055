package dev.portico.access.ui.policy;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.ui.frame.AccessTab;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What of the roles is shown: all that stands in the address.
///
/// @param policy the number of a policy; null for the draft that changes go to, or what is in force
/// @param role   the name of a role; empty for the first one
record AccessAddress(@Nullable Integer policy, String role) {

    /// The longest number that an address may ask for, in digits.
    private static final int LONGEST = 9;

    /// What an address asks for; what it says wrongly is left open.
    static AccessAddress of(QueryParameters asked) {
        return new AccessAddress(
                number(asked.getSingleParameter("policy").orElse("")),
                asked.getSingleParameter("role").orElse(""));
    }

    AccessAddress withRole(String other) {
        return new AccessAddress(policy, other);
    }

    AccessAddress withPolicy(@Nullable Integer other) {
        return new AccessAddress(other, role);
    }

    /// The same with the policy that is really shown: a draft by its number, whatever was asked; what is in
    /// force where a draft is gone that was asked for.
    AccessAddress showing(PolicyWork work) {
        if (work.isDraft()) {
            return withPolicy(work.number());
        }
        return policy != null && policy == work.number() ? this : withPolicy(null);
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (policy != null) {
            parameters.put("policy", policy.toString());
        }
        if (!role.isEmpty()) {
            parameters.put("role", role);
        }
        return QueryParameters.simple(parameters);
    }

    /// The page with these, relative to the portal's root.
    String address() {
        String query = parameters().getQueryString();
        return query.isEmpty() ? AccessTab.ROLES.address() : AccessTab.ROLES.address() + '?' + query;
    }

    static @Nullable Integer number(String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return digits ? Integer.valueOf(text) : null;
    }
}
