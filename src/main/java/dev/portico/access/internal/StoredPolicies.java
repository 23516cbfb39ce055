package dev.portico.access.internal;

import dev.portico.access.Policies;
import dev.portico.access.Policy;
import dev.portico.access.PolicyDifference;
import dev.portico.access.PolicyDifference.RoleDifference;
import dev.portico.access.PolicySummary;
import dev.portico.access.PolicySummary.State;
import dev.portico.access.Role;
import dev.portico.access.RoleJson;
import dev.portico.kernel.PlainText;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The policies in the database, behind what people may.
@Service
final class StoredPolicies implements Policies {

    private static final int LONGEST_NOTE = 500;

    private final PolicyRows rows;
    private final PolicyRights rights;
    private final PolicyCheck check;
    private final PolicyWriting writing;

    StoredPolicies(PolicyRows rows, PolicyRights rights, PolicyCheck check, PolicyWriting writing) {
        this.rows = rows;
        this.rights = rights;
        this.check = check;
        this.writing = writing;
    }

    @Override
    public boolean mayEdit(Reader reader) {
        return rights.any(reader, AccessPermissions.EDIT_ROLE);
    }

    @Override
    public boolean mayEdit(Reader reader, Role role) {
        return !role.name().equals(Roles.ADMIN) && rights.role(reader, AccessPermissions.EDIT_ROLE, role);
    }

    @Override
    public boolean mayEdit(Reader reader, PolicySummary draft) {
        return mayEdit(reader) && draft.state() == State.DRAFT && rights.draft(reader, draft);
    }

    @Override
    public boolean mayPublish(Reader reader) {
        return rights.any(reader, AccessPermissions.PUBLISH_POLICY);
    }

    @Override
    public PolicySummary inForce(Reader reader) {
        rights.requireAny(reader, AccessPermissions.READ_POLICY);
        return rows.inForce();
    }

    @Override
    public List<PolicySummary> list(Reader reader, @Nullable Integer before, int limit) {
        rights.requireAny(reader, AccessPermissions.READ_POLICY);
        return rows.list(before, Math.clamp(limit, 1, LONGEST_LIST), rights.draftsOf(reader));
    }

    @Override
    public Policy policy(Reader reader, int number) {
        rights.requireAny(reader, AccessPermissions.READ_POLICY);
        PolicySummary found = found(reader, number);
        List<Role> roles = rights.seen(reader, rows.roles(number)).stream()
                .sorted(Comparator.comparing(Role::name))
                .toList();
        return new Policy(found, roles);
    }

    @Override
    public PolicyDifference difference(Reader reader, int from, int to) {
        Policy one = policy(reader, from);
        Policy other = policy(reader, to);
        return new PolicyDifference(from, to, new PolicyChange(one.roles(), other.roles()).roles());
    }

    @Override
    public PolicySummary draft(Reader reader, @Nullable Integer from, String note) {
        String said = checkedNote(note);
        return writing.write(reader, Deed.BEGIN_DRAFT, "new", inForce -> {
            rights.requireAny(reader, AccessPermissions.EDIT_ROLE);
            int source = from == null ? inForce : from;
            PolicySummary known = found(reader, source);
            int base = known.state() == State.DRAFT ? orForce(known.basedOn(), inForce) : source;
            int number = rows.insert(source, base, said, reader.subject());
            PolicySummary made = found(reader, number);
            writing.record(
                    reader,
                    Deed.BEGIN_DRAFT,
                    number,
                    null,
                    json().put("from", source).put("note", said));
            return made;
        });
    }

    @Override
    public PolicySummary put(Reader reader, int number, int version, Role typed) {
        Role role = typed.described(PlainText.lines(typed.description()));
        return edit(reader, Deed.CHANGE_ROLE, number, version, role.name(), roles -> {
            check.role(role);
            PolicyCheck.timely(roles.get(role.name()), role);
            roles.put(role.name(), role);
        });
    }

    @Override
    public PolicySummary replace(Reader reader, int number, int version, Collection<Role> roles) {
        return changed(reader, Deed.IMPORT_ROLES, number, version, draft -> {
            List<Role> checked = check.whole(roles);
            List<Role> before = rows.roles(number);
            PolicyCheck.timely(before, checked);
            List<RoleDifference> different = write(reader, number, before, checked);
            ObjectNode after = json();
            different.forEach(role -> after.withArray("roles").add(role.name()));
            writing.record(reader, Deed.IMPORT_ROLES, number, json().put("version", version), after);
        });
    }

    @Override
    public PolicySummary remove(Reader reader, int number, int version, String name) {
        return edit(reader, Deed.REMOVE_ROLE, number, version, name, roles -> {
            List<String> including = unknown(reader, roles.get(name))
                    ? List.of()
                    : roles.values().stream()
                            .filter(role -> role.includes().contains(name))
                            .map(Role::name)
                            .toList();
            if (!including.isEmpty()) {
                throw new Refusal.Conflict(
                        "role-included",
                        "The role " + name + " is included by " + String.join(", ", including)
                                + "; take it out of those first");
            }
            if (unknown(reader, roles.get(name)) || roles.remove(name) == null) {
                throw new Refusal.NotFound("role-unknown", "There is no role " + name + " in policy " + number);
            }
        });
    }

    @Override
    public PolicySummary note(Reader reader, int number, int version, String note) {
        String said = checkedNote(note);
        return changed(reader, Deed.DESCRIBE_DRAFT, number, version, draft -> {
            rows.note(number, said, reader.subject());
            writing.record(
                    reader, Deed.DESCRIBE_DRAFT, number, json().put("note", draft.note()), json().put("note", said));
        });
    }

    @Override
    public void discard(Reader reader, int number, int version) {
        writing.write(reader, Deed.DISCARD_DRAFT, Integer.toString(number), inForce -> {
            rights.requireAny(reader, AccessPermissions.EDIT_ROLE);
            PolicySummary draft = draft(reader, number, version);
            List<Role> base = rows.roles(orForce(draft.basedOn(), inForce));
            PolicyChange change = new PolicyChange(base, rows.roles(number));
            rights.requireRoles(reader, AccessPermissions.EDIT_ROLE, change);
            rows.delete(number);
            writing.record(reader, Deed.DISCARD_DRAFT, number, json().put("note", draft.note()), null);
            return draft;
        });
    }

    @Override
    public PolicySummary publish(Reader reader, int number, int version, int seen) {
        return writing.write(reader, Deed.PUBLISH_POLICY, Integer.toString(number), inForce -> {
            rights.requireAny(reader, AccessPermissions.PUBLISH_POLICY);
            PolicySummary policy = unchanged(found(reader, number), version);
            if (inForce != seen) {
                throw new Refusal.Conflict(
                        "policy-in-force",
                        "Policy " + inForce + " is in force by now, and policy " + number + " was compared with " + seen
                                + ". Look at the difference to " + inForce + " and try again");
            }
            if (number == inForce) {
                throw new Refusal.Conflict("policy-in-force", "Policy " + number + " is in force already");
            }
            List<Role> next = check.whole(rows.roles(number));
            PolicyChange change = new PolicyChange(rows.roles(inForce), next);
            rights.requireRoles(reader, AccessPermissions.PUBLISH_POLICY, change);
            rights.requireHolding(reader, AccessPermissions.PUBLISH_POLICY, inForce, change);
            rows.enforce(number, reader.subject());
            ObjectNode after = json().put("number", number).put("note", policy.note());
            change.roles().forEach(role -> after.withArray("roles").add(role.name()));
            writing.record(reader, Deed.PUBLISH_POLICY, number, json().put("number", inForce), after);
            return found(reader, number);
        });
    }

    /// Changes one role of a draft.
    private PolicySummary edit(
            Reader reader, Deed deed, int number, int version, String name, Consumer<Map<String, Role>> change) {
        return changed(reader, deed, number, version, json().put("name", name), draft -> {
            List<Role> before = rows.roles(number);
            Map<String, Role> roles = new TreeMap<>();
            before.forEach(role -> roles.put(role.name(), role));
            @Nullable Role was = roles.get(name);
            change.accept(roles);
            check.structure(roles.values());
            write(reader, number, before, roles.values());
            writing.record(reader, deed, number, json(was), json(roles.get(name)));
        });
    }

    /// Writes other roles into a draft, where the reader may change those that differ and holds what that gives.
    ///
    /// @return the roles that differ
    private List<RoleDifference> write(Reader reader, int number, List<Role> before, Collection<Role> after) {
        PolicyChange difference = new PolicyChange(before, after);
        rights.requireRoles(reader, AccessPermissions.EDIT_ROLE, difference);
        requireKnown(reader, difference.roles(), after);
        rights.requireHolding(
                reader, AccessPermissions.EDIT_ROLE, rows.inForce().number(), difference);
        rows.write(number, after, reader.subject());
        return difference.roles();
    }

    /// Passes where the roles that differ include none that the reader is not to learn of.
    private void requireKnown(Reader reader, List<RoleDifference> different, Collection<Role> after) {
        Set<String> hidden = after.stream()
                .filter(role -> unknown(reader, role))
                .map(Role::name)
                .collect(Collectors.toSet());
        for (RoleDifference role : different) {
            @Nullable Role now = role.after();
            if (now != null) {
                now.includes().stream().filter(hidden::contains).findFirst().ifPresent(included -> {
                    throw PolicyCheck.notThere(now.name(), included);
                });
            }
        }
    }

    private PolicySummary changed(Reader reader, Deed deed, int number, int version, Consumer<PolicySummary> change) {
        return changed(reader, deed, number, version, null, change);
    }

    private PolicySummary changed(
            Reader reader,
            Deed deed,
            int number,
            int version,
            @Nullable ObjectNode tried,
            Consumer<PolicySummary> change) {
        return writing.write(reader, deed, Integer.toString(number), tried, inForce -> {
            rights.requireAny(reader, AccessPermissions.EDIT_ROLE);
            change.accept(draft(reader, number, version));
            return found(reader, number);
        });
    }

    /// Whether the reader is not to learn of a role, or there is none.
    private boolean unknown(Reader reader, @Nullable Role role) {
        return role == null || !rights.knows(reader, role);
    }

    private PolicySummary draft(Reader reader, int number, int version) {
        PolicySummary policy = found(reader, number);
        if (policy.state() != State.DRAFT) {
            throw new Refusal.Conflict(
                    "policy-published",
                    "Policy " + number + " was published and stays as it is; begin a draft with it instead");
        }
        rights.requireDraft(reader, policy);
        return unchanged(policy, version);
    }

    private static PolicySummary unchanged(PolicySummary policy, int version) {
        if (policy.version() != version) {
            throw new Refusal.Conflict(
                    "policy-changed",
                    "Policy " + policy.number() + " has changed meanwhile: you saw version " + version
                            + ", and it has " + policy.version() + ", which " + policy.changedBy()
                            + " edited last. Look at it again and repeat your change");
        }
        return policy;
    }

    private PolicySummary found(Reader reader, int number) {
        return rows.find(number)
                .filter(policy -> rights.sees(reader, policy))
                .orElseThrow(() -> new Refusal.NotFound("policy-unknown", "There is no policy " + number));
    }

    private static int orForce(@Nullable Integer base, int inForce) {
        return base == null ? inForce : base;
    }

    static String checkedNote(String note) {
        String said = PlainText.lines(note);
        if (said.isEmpty() || said.length() > LONGEST_NOTE) {
            throw new Refusal.InvalidInput(
                    "policy-note", "Say in 1 to " + LONGEST_NOTE + " characters what the draft is for");
        }
        return said;
    }

    private static @Nullable ObjectNode json(@Nullable Role role) {
        return role == null ? null : RoleJson.write(role);
    }

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }
}
