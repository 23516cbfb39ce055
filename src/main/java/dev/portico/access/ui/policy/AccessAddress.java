package dev.portico.access.ui.policy;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.look.AddressParameters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What of the roles is shown: all that stands in the address.
///
/// @param policy the number of a policy; null for the draft that changes go to, or what is in force
/// @param role   the name of a role; empty for the first one
/// @param whoHas whose holders are listed: [#ROLE], a permission or a pattern; empty for none
/// @param pane   what stands of the pane beside the role, by the names of the parameters
record AccessAddress(@Nullable Integer policy, String role, String whoHas, Map<String, String> pane) {

    /// In place of a permission: the role that is shown.
    static final String ROLE = "role";

    /// The longest number that an address may ask for, in digits.
    private static final int LONGEST = 9;

    AccessAddress {
        pane = Collections.unmodifiableMap(new LinkedHashMap<>(pane));
    }

    /// A policy and one of its roles, with nothing else.
    AccessAddress(@Nullable Integer policy, String role) {
        this(policy, role, "", Map.of());
    }

    /// What an address asks for; what it says wrongly is left open.
    static AccessAddress of(QueryParameters asked) {
        return new AccessAddress(
                number(AddressParameters.text(asked, "policy")),
                AddressParameters.text(asked, "role"),
                AddressParameters.text(asked, "holders"),
                Map.of());
    }

    AccessAddress withRole(String other) {
        return new AccessAddress(policy, other, "", pane);
    }

    /// The list of roles alone, where it does not stand beside a role.
    AccessAddress listed() {
        return new AccessAddress(policy, "");
    }

    /// Whether it leads to something of the page, and not to its list alone.
    boolean leadsOn() {
        return !role.isEmpty() || !pane.isEmpty();
    }

    AccessAddress withPolicy(@Nullable Integer other) {
        return new AccessAddress(other, role, whoHas, pane);
    }

    AccessAddress withWhoHas(String other) {
        return new AccessAddress(policy, role, other, pane);
    }

    AccessAddress withPane(Map<String, String> other) {
        return new AccessAddress(policy, role, whoHas, other);
    }

    /// The same with the policy that is really shown: a draft by its number, whatever was asked; what is in force where
    /// a draft is gone that was asked for, by its number as long as the page alone would show another draft.
    AccessAddress showing(PolicyWork work) {
        if (work.isDraft()) {
            return withPolicy(work.number());
        }
        if (policy == null || policy == work.number()) {
            return this;
        }
        return withPolicy(work.draft() == null ? null : work.number());
    }

    QueryParameters parameters() {
        return chosen().all();
    }

    /// The page with these, relative to the portal's root.
    String address() {
        return chosen().address(AccessTab.ROLES.address());
    }

    private AddressParameters chosen() {
        AddressParameters chosen = new AddressParameters()
                .with("policy", policy == null ? "" : policy.toString())
                .with("role", role)
                .with("holders", whoHas);
        pane.forEach(chosen::with);
        return chosen;
    }

    static @Nullable Integer number(String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return digits ? Integer.valueOf(text) : null;
    }
}
