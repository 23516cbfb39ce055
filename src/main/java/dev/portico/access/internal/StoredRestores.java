package dev.portico.access.internal;

import dev.portico.access.GivenAccess;
import dev.portico.access.PolicyDifference;
import dev.portico.access.PolicyEffect;
import dev.portico.access.PolicyRestores;
import dev.portico.access.PolicySummary;
import dev.portico.access.Restoration;
import dev.portico.access.Role;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.JsonNodeFactory;

/// Works out what a policy of old would take, and begins drafts with it.
@Service
final class StoredRestores implements PolicyRestores {

    private final PolicyRows rows;
    private final PolicyRights rights;
    private final PolicyCheck check;
    private final PolicyWriting writing;
    private final PolicyInForce policies;
    private final ComputedEffects effects;
    private final LastingAccesses lasting;

    StoredRestores(
            PolicyRows rows,
            PolicyRights rights,
            PolicyCheck check,
            PolicyWriting writing,
            PolicyInForce policies,
            ComputedEffects effects,
            LastingAccesses lasting) {
        this.rows = rows;
        this.rights = rights;
        this.check = check;
        this.writing = writing;
        this.policies = policies;
        this.effects = effects;
        this.lasting = lasting;
    }

    @Override
    public List<GivenAccess> missing(Reader reader, int number) {
        rights.requireAny(reader, AccessPermissions.READ_POLICY);
        found(reader, number);
        Evaluator inForce = policies.evaluator();
        List<Role> roles = rows.roles(number);
        return lasting.missing(reader, inForce.number(), roles, inForce.now()).stream()
                .map(access -> access.missing(roles, inForce.now()))
                .toList();
    }

    @Override
    public Restoration restoration(Reader reader, int number, boolean keep) {
        List<GivenAccess> missing = missing(reader, number);
        int inForce = policies.evaluator().number();
        List<Role> after = roles(reader, number, keep);
        PolicyChange change = new PolicyChange(rights.seen(reader, rows.roles(inForce)), rights.seen(reader, after));
        return new Restoration(new PolicyDifference(inForce, number, change.roles()), missing);
    }

    @Override
    public PolicyEffect effect(Reader reader, int number, boolean keep) {
        rights.requireAny(reader, AccessPermissions.READ_POLICY);
        found(reader, number);
        Evaluator inForce = policies.evaluator();
        RoleSet after = new RoleSet(roles(reader, number, keep));
        return effects.between(reader, inForce, new Evaluator(number, after, inForce.now(), inForce.spaces()));
    }

    @Override
    public PolicySummary restore(Reader reader, int number, String note, boolean keep) {
        String said = StoredPolicies.checkedNote(note);
        return writing.write(reader, Deed.BEGIN_DRAFT, "new", inForce -> {
            rights.requireAny(reader, AccessPermissions.EDIT_ROLE);
            if (found(reader, number).publishedAt() == null) {
                throw new Refusal.Conflict(
                        "policy-draft",
                        "Policy " + number + " is a draft and was never in force; open it instead of restoring it");
            }
            int draft = rows.insert(number, number, said, reader.subject());
            List<Role> before = rows.roles(number);
            List<Role> after = roles(reader, number, keep);
            PolicyChange kept = new PolicyChange(before, after);
            if (!kept.roles().isEmpty()) {
                check.structure(after);
                rights.requireRoles(reader, AccessPermissions.EDIT_ROLE, kept);
                rights.requireHolding(reader, AccessPermissions.EDIT_ROLE, inForce, kept);
                rows.write(draft, after, reader.subject());
            }
            writing.record(
                    reader,
                    Deed.BEGIN_DRAFT,
                    draft,
                    null,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("from", number)
                            .put("note", said)
                            .put("keep", keep));
            return found(reader, draft);
        });
    }

    /// Those of the policy, with what is kept.
    private List<Role> roles(Reader reader, int number, boolean keep) {
        List<Role> roles = rows.roles(number);
        if (!keep) {
            return roles;
        }
        Evaluator inForce = policies.evaluator();
        return LastingAccesses.added(
                lasting.missing(reader, rows.inForce().number(), roles, inForce.now()), roles, inForce.now());
    }

    private PolicySummary found(Reader reader, int number) {
        return rows.find(number)
                .filter(policy -> rights.sees(reader, policy))
                .orElseThrow(() -> PolicyEvaluators.unknown(number));
    }
}
