package dev.portico.access.ui.policy;

import dev.portico.access.Drafts;
import dev.portico.access.Permissions;
import dev.portico.access.Policies;
import dev.portico.access.PolicyRestores;
import dev.portico.access.PolicySummary;
import dev.portico.access.Readers;
import dev.portico.access.Role;
import dev.portico.access.RoleHolders;
import dev.portico.access.RoleHolders.Given;
import dev.portico.access.RoleMember;
import dev.portico.access.SubjectNames;
import dev.portico.access.ui.condition.Suggestions;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.access.ui.frame.AccessTabs;
import dev.portico.access.ui.frame.CatalogNames;
import dev.portico.access.ui.frame.CatalogNames.Names;
import dev.portico.access.ui.frame.GrantPane;
import dev.portico.access.ui.frame.PolicyPane;
import dev.portico.access.ui.frame.RolePane;
import dev.portico.look.PageTabs;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What the page of roles is made of, for whoever is signed in.
@Component
final class RoleParts {

    private final Policies policies;
    private final Drafts drafts;
    private final PolicyRestores restores;
    private final RoleHolders holders;
    private final CatalogNames names;
    private final SubjectNames people;
    private final Readers readers;
    private final Permissions permissions;
    private final Suggestions suggestions;
    private final AccessTabs tabs;
    private final ObjectProvider<RolePane> rolePanes;
    private final ObjectProvider<GrantPane> grantPanes;
    private final ObjectProvider<PolicyPane> policyPanes;

    RoleParts(
            Policies policies,
            Drafts drafts,
            PolicyRestores restores,
            RoleHolders holders,
            CatalogNames names,
            SubjectNames people,
            Readers readers,
            Permissions permissions,
            Suggestions suggestions,
            AccessTabs tabs,
            ObjectProvider<RolePane> rolePanes,
            ObjectProvider<GrantPane> grantPanes,
            ObjectProvider<PolicyPane> policyPanes) {
        this.policies = policies;
        this.drafts = drafts;
        this.restores = restores;
        this.holders = holders;
        this.names = names;
        this.people = people;
        this.readers = readers;
        this.permissions = permissions;
        this.suggestions = suggestions;
        this.tabs = tabs;
        this.rolePanes = rolePanes;
        this.grantPanes = grantPanes;
        this.policyPanes = policyPanes;
    }

    PolicyEditing editing(@Nullable Integer policy, PolicyEditing.Told told) {
        return new PolicyEditing(policies, drafts, people, readers, policy, told);
    }

    /// What is done with a draft as a whole, by whoever does not look at its roles.
    PolicyEditing editing(int draft) {
        return editing(draft, new PolicyEditing.Told() {
            @Override
            public void renewed(PolicyWork work) {
                // nothing of it is shown
            }

            @Override
            public void joined(String words) {
                // no role is changed
            }

            @Override
            public void clashed(Role mine, @Nullable Role theirs, String words) {
                // no role is changed
            }
        });
    }

    /// How many drafts there are that the reader may see, be it more than are listed.
    int drafts() {
        return drafts.count(readers.current());
    }

    /// Says who discarded a draft; empty where the reader may not know, or nobody did.
    Optional<String> discarded(@Nullable Integer draft) {
        return draft == null
                ? Optional.empty()
                : drafts.discarded(readers.current(), draft)
                        .map(by -> "Draft " + draft + " was discarded by " + people.of(by) + ".");
    }

    /// In how many roles each draft differs from what is in force.
    Map<Integer, Integer> changes() {
        return drafts.changes(readers.current());
    }

    /// What to call those who put policies in force, by subject.
    Map<String, String> people(Collection<String> subjects) {
        return people.of(subjects);
    }

    /// What to call members of a role: people and groups as the catalog does, as far as it may be read, and accounts by
    /// the names that they show.
    Map<RoleMember, String> labels(Collection<RoleMember> members) {
        Names known = names.parties(members.stream().map(RoleMember::name).toList());
        Map<String, String> accounts =
                people.of(members.stream().map(RoleParts::subject).toList());
        Map<RoleMember, String> labels = new HashMap<>();
        for (RoleMember member : members) {
            labels.put(
                    member,
                    switch (member.kind()) {
                        case USER, GROUP -> known.of(member.name());
                        case ACCOUNT -> accounts.getOrDefault(subject(member), member.name());
                        case EVERYONE -> "Everyone signed in";
                        case TOKEN -> member.name();
                    });
        }
        return labels;
    }

    private static String subject(RoleMember member) {
        return member.kind() == RoleMember.Kind.ACCOUNT ? "account:" + member.name() : "";
    }

    PolicyWork work(@Nullable Integer policy) {
        return PolicyWork.of(policies, drafts, people, readers.current(), policy);
    }

    boolean mayEdit(PolicySummary draft) {
        return policies.mayEdit(readers.current(), draft);
    }

    Permissions permissions() {
        return permissions;
    }

    Suggestions suggestions() {
        return suggestions;
    }

    PageTabs tabs(AccessTab shown) {
        return tabs.bar(shown);
    }

    Map<String, Given> given() {
        return holders.given(readers.current());
    }

    /// @param told what is shown, for the page's address
    HolderDialogs holderDialogs(Consumer<String> told) {
        return new HolderDialogs(holders, names, readers, told);
    }

    @Nullable
    RolePane pane() {
        return rolePanes.getIfAvailable();
    }

    /// What stands below the condition of a grant.
    @Nullable
    GrantPane grantPane() {
        return grantPanes.getIfAvailable();
    }

    boolean mayEdit() {
        return policies.mayEdit(readers.current());
    }

    boolean mayPublish() {
        return policies.mayPublish(readers.current());
    }

    /// Shows what an old policy would take and bring, before a draft begins with it.
    void restore(PolicySummary policy, IntConsumer begun) {
        new RestoreDialog(restores, readers, policy, policyPanes.getIfAvailable(), begun).open();
    }

    void publish(PolicyWork work, Function<String, Optional<String>> publish) {
        new PublishDialog(work, publish).open(policies, restores, readers, policyPanes.getIfAvailable());
    }
}
