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
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A role of one of the sample company's spaces, which is in force, and a draft that somebody is at work on, which
/// changes nothing before it is published. Both are made with the company and removed with it, unless somebody went on
/// with them.
@Component
public final class DemoPolicy {

    private static final Reader ACTOR = Reader.system("seeds");
    private static final String NOTE = "Contractors for the ticketing project, and card data only for who needs it";
    private static final String CARDS = "pci";
    private static final Role ON_CALL = new Role(
            "passenger-oncall",
            "Keeps what passengers use going, day and night.",
            Set.of(),
            "passenger",
            List.of(group("passenger-apps", null), group("customer-care", null)),
            List.of(Grant.allow("catalog.entity.refresh"), Grant.allow("catalog.source.*")));

    private final Policies policies;

    DemoPolicy(Policies policies) {
        this.policies = policies;
    }

    /// Puts the space's role in force, and makes the draft beside it.
    void make() {
        boolean taken = inForce().stream().anyMatch(role -> role.name().equals(ON_CALL.name()));
        if (!taken) {
            enforce(
                    "Whoever is on call for passengers keeps their sources",
                    (draft, version) -> put(draft, version, ON_CALL));
        }
        PolicySummary draft = policies.draft(ACTOR, null, NOTE);
        int version = draft.version();
        for (Role role : policies.policy(ACTOR, draft.number()).roles()) {
            if (role.name().equals("team-lead")) {
                version = put(draft, version, role.granting(withoutCards(role)));
            } else if (role.name().equals("engineer")) {
                version = put(draft, version, role.granting(with(role.grants(), othersCards())));
            } else if (role.name().equals("publisher")) {
                version = put(draft, version, role.heldBy(with(role.members(), group("platform", null))));
            }
        }
        put(draft, version, contractor(Instant.now()));
    }

    /// Removes the drafts that nobody has touched since, and takes the space's role out of force where it is as it was.
    public void remove() {
        if (inForce().contains(ON_CALL)) {
            enforce("Without the sample company", (draft, version) -> policies.remove(
                            ACTOR, draft.number(), version, ON_CALL.name())
                    .version());
        }
        for (PolicySummary policy : policies.list(ACTOR, null, Policies.LONGEST_LIST)) {
            boolean ours = policy.createdBy().equals(ACTOR.subject())
                    && policy.changedBy().equals(ACTOR.subject());
            if (ours && policy.state() == PolicySummary.State.DRAFT) {
                policies.discard(ACTOR, policy.number(), policy.version());
            }
        }
    }

    private List<Role> inForce() {
        return policies.policy(ACTOR, policies.inForce(ACTOR).number()).roles();
    }

    /// Puts a change in force at once.
    ///
    /// @param change is given a draft and its version, and gives the next
    private void enforce(String note, ToIntBiFunction<PolicySummary, Integer> change) {
        int inForce = policies.inForce(ACTOR).number();
        PolicySummary draft = policies.draft(ACTOR, inForce, note);
        int version = change.applyAsInt(draft, draft.version());
        policies.publish(ACTOR, draft.number(), version, inForce);
    }

    private int put(PolicySummary draft, int version, Role role) {
        return policies.put(ACTOR, draft.number(), version, role).version();
    }

    /// What team leads decide on their own things, but for what is marked as card data; and sources read anew.
    private static List<Grant> withoutCards(Role lead) {
        List<Grant> grants = with(lead.grants(), Grant.allow("catalog.source.refresh"));
        return grants.stream()
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

    /// Card data of other teams is nobody's business.
    private static Grant othersCards() {
        return Grant.deny(
                "catalog.entity.read",
                new Condition.AllOf(List.of(new Rule.TagHas(CARDS), new Condition.Not(new Rule.OwnerIsMine()))));
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

    private static <T> List<T> with(List<T> some, T another) {
        List<T> all = new ArrayList<>(some);
        all.add(another);
        return all;
    }

    private static RoleMember group(String name, @Nullable Instant until) {
        return new RoleMember(RoleMember.Kind.GROUP, "group:default/" + name, until);
    }
}
