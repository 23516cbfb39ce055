package dev.portico.access.web;

import dev.portico.access.Policies;
import dev.portico.access.Policy;
import dev.portico.access.PolicyDifference;
import dev.portico.access.PolicyDifference.RoleDifference;
import dev.portico.access.PolicyRestores;
import dev.portico.access.PolicySummary;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Roles and policies over REST. Whoever changes a draft names the version they saw.
@RestController
@RequestMapping("/api/portico/access")
class PoliciesController {

    private static final String POLICIES = "/policies";

    private final Policies policies;
    private final PolicyRestores restores;

    PoliciesController(Policies policies, PolicyRestores restores) {
        this.policies = policies;
        this.restores = restores;
    }

    /// The roles of the policy in force.
    @GetMapping("/roles")
    PolicyJson roles(Reader reader) {
        return PolicyJson.of(policies.policy(reader, policies.inForce(reader).number()));
    }

    /// A role of the policy in force.
    @GetMapping("/roles/{role}")
    RoleBody role(Reader reader, @PathVariable String role) {
        Policy policy = policies.policy(reader, policies.inForce(reader).number());
        return policy.roles().stream()
                .filter(one -> one.name().equals(role))
                .findFirst()
                .map(RoleBody::of)
                .orElseThrow(() -> new Refusal.NotFound(
                        "role-unknown", "There is no role \"" + role + "\" in force that you may see"));
    }

    @GetMapping(POLICIES)
    PoliciesJson list(
            Reader reader,
            @RequestParam(required = false) @Nullable Integer before,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Policies.LONGEST_LIST) int limit) {
        List<PolicySummary> page = policies.list(reader, before, limit);
        return new PoliciesJson(
                page, page.size() < limit ? null : page.getLast().number());
    }

    @PostMapping(POLICIES)
    ResponseEntity<PolicySummary> draft(Reader reader, @RequestBody @Valid DraftJson json) {
        PolicySummary made = Boolean.TRUE.equals(json.keepGiven())
                ? restores.restore(reader, json.restored(), json.note(), true)
                : policies.draft(reader, json.from(), json.note());
        return ResponseEntity.created(URI.create("/api/portico/access/policies/" + made.number()))
                .body(made);
    }

    @GetMapping(POLICIES + "/{number}")
    PolicyJson policy(Reader reader, @PathVariable int number) {
        return PolicyJson.of(policies.policy(reader, number));
    }

    @PatchMapping(POLICIES + "/{number}")
    PolicySummary note(
            Reader reader, @PathVariable int number, @RequestParam int version, @RequestBody @Valid NoteJson json) {
        return policies.note(reader, number, version, json.note());
    }

    @DeleteMapping(POLICIES + "/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Reader reader, @PathVariable int number, @RequestParam int version) {
        policies.discard(reader, number, version);
    }

    @PutMapping(POLICIES + "/{number}/roles/{role}")
    PolicySummary put(
            Reader reader,
            @PathVariable int number,
            @PathVariable String role,
            @RequestParam int version,
            @RequestBody RoleBody json) {
        return policies.put(reader, number, version, json.role(role));
    }

    @DeleteMapping(POLICIES + "/{number}/roles/{role}")
    PolicySummary remove(
            Reader reader, @PathVariable int number, @PathVariable String role, @RequestParam int version) {
        return policies.remove(reader, number, version, role);
    }

    /// What the policy has that another has not.
    @GetMapping(POLICIES + "/{number}/difference")
    DifferenceJson difference(Reader reader, @PathVariable int number, @RequestParam int from) {
        return DifferenceJson.of(policies.difference(reader, from, number));
    }

    /// Puts the policy in force.
    @PostMapping(POLICIES + "/{number}/publication")
    PolicySummary publish(Reader reader, @PathVariable int number, @RequestBody @Valid PublicationJson json) {
        return policies.publish(reader, number, json.version(), json.inForce());
    }

    /// @param next the number to ask for as `before`; null where no more can follow
    record PoliciesJson(List<PolicySummary> items, @Nullable Integer next) {}

    record PolicyJson(PolicySummary policy, List<RoleBody> roles) {
        static PolicyJson of(Policy policy) {
            return new PolicyJson(
                    policy.summary(), policy.roles().stream().map(RoleBody::of).toList());
        }
    }

    /// @param from      the policy to begin with; left out for the one in force
    /// @param keepGiven whether accesses that were approved since and last come into the draft; takes `from`
    record DraftJson(
            @Nullable Integer from,
            @NotNull String note,
            @Nullable Boolean keepGiven) {

        int restored() {
            if (from == null) {
                throw new Refusal.InvalidInput(
                        "policy-from", "Name the policy to restore as \"from\", or leave \"keepGiven\" out");
            }
            return from;
        }
    }

    record NoteJson(@NotNull String note) {}

    /// @param version the version of the policy that was seen
    /// @param inForce the number of the policy in force that it was compared with
    record PublicationJson(
            @NotNull Integer version, @NotNull Integer inForce) {}

    record DifferenceJson(int from, int to, List<RoleDifferenceJson> roles) {
        static DifferenceJson of(PolicyDifference difference) {
            return new DifferenceJson(
                    difference.from(),
                    difference.to(),
                    difference.roles().stream().map(RoleDifferenceJson::of).toList());
        }
    }

    /// @param before as the one policy has it; null where it has none
    /// @param after  as the other has it; null where it has none
    record RoleDifferenceJson(
            String name,
            @Nullable RoleBody before,
            @Nullable RoleBody after,
            List<RoleBody.GrantBody> grantsAdded,
            List<RoleBody.GrantBody> grantsRemoved,
            List<RoleBody.MemberBody> membersAdded,
            List<RoleBody.MemberBody> membersRemoved,
            List<String> includesAdded,
            List<String> includesRemoved) {

        static RoleDifferenceJson of(RoleDifference role) {
            return new RoleDifferenceJson(
                    role.name(),
                    role.before() == null ? null : RoleBody.of(role.before()),
                    role.after() == null ? null : RoleBody.of(role.after()),
                    role.grantsAdded().stream().map(RoleBody.GrantBody::of).toList(),
                    role.grantsRemoved().stream().map(RoleBody.GrantBody::of).toList(),
                    role.membersAdded().stream().map(RoleBody.MemberBody::of).toList(),
                    role.membersRemoved().stream().map(RoleBody.MemberBody::of).toList(),
                    role.includesAdded(),
                    role.includesRemoved());
        }
    }
}
