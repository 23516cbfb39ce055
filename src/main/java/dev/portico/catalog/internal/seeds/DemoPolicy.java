package dev.portico.catalog.internal.seeds;

import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.kernel.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A draft of the sample company's policy that somebody is at work on, made with it and removed with it unless somebody
/// went on with it. It changes nothing before it is published.
@Component
public final class DemoPolicy {

    private static final Reader ACTOR = Reader.system("seeds");
    private static final String NOTE = "Contractors for the ticketing project, and card data only for who needs it";
    private static final String CARDS = "pci";

    private final Policies policies;

    DemoPolicy(Policies policies) {
        this.policies = policies;
    }

    /// Makes the draft.
    void make() {
        PolicySummary draft = policies.draft(ACTOR, null, NOTE);
        int version = draft.version();
        for (Role role : policies.policy(ACTOR, draft.number()).roles()) {
            if (role.name().equals("team-lead")) {
                version = put(draft, version, role.granting(withoutCards(role)));
            } else if (role.name().equals("publisher")) {
                version = put(draft, version, role.heldBy(with(role, group("platform", null))));
            }
        }
        put(draft, version, contractor(Instant.now()));
    }

    /// Removes the drafts that nobody has touched since.
    public void remove() {
        for (PolicySummary policy : policies.list(ACTOR, null, Policies.LONGEST_LIST)) {
            boolean ours = policy.createdBy().equals(ACTOR.subject())
                    && policy.changedBy().equals(ACTOR.subject());
            if (ours && policy.state() == PolicySummary.State.DRAFT) {
                policies.discard(ACTOR, policy.number(), policy.version());
            }
        }
    }

    private int put(PolicySummary draft, int version, Role role) {
        return policies.put(ACTOR, draft.number(), version, role).version();
    }

    /// What team leads decide on their own things, but for what is marked as card data.
    private static List<Grant> withoutCards(Role lead) {
        return lead.grants().stream()
                .map(grant -> grant.pattern().equals("quality.*")
                        ? Grant.allow(
                                grant.pattern(),
                                new Condition.AllOf(List.of(
                                        new Rule.OwnerIsMine(),
                                        new Rule.LifecycleIn(Set.of("production", "experimental")),
                                        new Condition.Not(new Rule.TagHas(CARDS)))))
                        : grant)
                .toList();
    }

    private static Role contractor(Instant now) {
        Instant until = now.plus(Duration.ofDays(90)).truncatedTo(ChronoUnit.DAYS);
        return new Role(
                "contractor",
                "People of other companies, for the time of a project.",
                Set.of("engineer"),
                null,
                List.of(group("checkout", until), group("issuing", until)),
                List.of(
                        Grant.deny("catalog.*", new Rule.TagHas(CARDS)),
                        Grant.deny("catalog.source.*", Condition.always())));
    }

    private static List<RoleMember> with(Role role, RoleMember member) {
        List<RoleMember> members = new ArrayList<>(role.members());
        members.add(member);
        return members;
    }

    private static RoleMember group(String name, @Nullable Instant until) {
        return new RoleMember(RoleMember.Kind.GROUP, "group:default/" + name, until);
    }
}
