package dev.portico.access.ui.policy;

import dev.portico.access.Drafts;
import dev.portico.access.Policies;
import dev.portico.access.Policy;
import dev.portico.access.PolicyDifference.RoleDifference;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.SubjectNames;
import dev.portico.kernel.Reader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a page shows at a moment: a policy, and what it has that the one in force has not.
///
/// @param shown   the policy that is shown, with the roles that the reader may see
/// @param inForce the policy in force
/// @param drafts  those that the reader may see, newest first
/// @param draft   the one of them that changes go to where none is named; null where there is none
/// @param changes what differs between the one in force and the one shown
/// @param people  what to call those who changed them, by subject
record PolicyWork(
        Policy shown,
        PolicySummary inForce,
        List<PolicySummary> drafts,
        @Nullable PolicySummary draft,
        List<RoleDifference> changes,
        Map<String, String> people) {

    PolicyWork {
        drafts = List.copyOf(drafts);
        changes = List.copyOf(changes);
        people = Map.copyOf(people);
    }

    /// What a role is, compared with the policy in force.
    enum Mark {
        SAME(""),
        EDITED("Edited"),
        NEW("New"),
        REMOVED("Removed");

        private final String word;

        Mark(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// Reads it.
    ///
    /// @param asked the number of the policy to show; null for the draft that changes go to, or what is in force
    static PolicyWork of(Policies policies, Drafts drafts, SubjectNames names, Reader reader, @Nullable Integer asked) {
        PolicySummary inForce = policies.inForce(reader);
        List<PolicySummary> seen = drafts.list(reader);
        @Nullable PolicySummary draft = chosen(policies, reader, seen);
        int number = asked != null ? asked : draft != null ? draft.number() : inForce.number();
        Policy shown = policies.policy(reader, number);
        List<RoleDifference> changes = number == inForce.number()
                ? List.of()
                : policies.difference(reader, inForce.number(), number).roles();
        Set<String> people = Stream.concat(Stream.of(shown.summary()), seen.stream())
                .flatMap(policy -> Stream.of(policy.createdBy(), policy.changedBy(), publisherOf(policy)))
                .collect(Collectors.toSet());
        return new PolicyWork(shown, inForce, seen, draft, changes, names.of(people));
    }

    /// The draft that the reader edited last, else the newest that they may change; for who may change none, the newest
    /// that they may see.
    private static @Nullable PolicySummary chosen(Policies policies, Reader reader, List<PolicySummary> seen) {
        boolean edits = policies.mayEdit(reader);
        List<PolicySummary> drafts = seen.stream()
                .filter(draft -> !edits || policies.mayEdit(reader, draft))
                .toList();
        return drafts.stream()
                .filter(draft -> draft.changedBy().equals(reader.subject()))
                .max(Comparator.comparing(PolicySummary::changedAt))
                .or(() -> drafts.stream().findFirst())
                .orElse(null);
    }

    /// Who changed one of these policies last, as people say it.
    String editor(PolicySummary policy) {
        return people.getOrDefault(policy.changedBy(), policy.changedBy());
    }

    /// Who put it in force.
    String publisher(PolicySummary policy) {
        return people.getOrDefault(publisherOf(policy), publisherOf(policy));
    }

    private static String publisherOf(PolicySummary policy) {
        return Objects.requireNonNullElse(policy.publishedBy(), policy.changedBy());
    }

    /// Who began it.
    String maker(PolicySummary policy) {
        return people.getOrDefault(policy.createdBy(), policy.createdBy());
    }

    int number() {
        return shown.summary().number();
    }

    /// The policy that is shown, where it is another than the one in force; else null.
    @Nullable
    PolicySummary other() {
        return number() == inForce.number() ? null : shown.summary();
    }

    boolean isDraft() {
        return shown.summary().state() == PolicySummary.State.DRAFT;
    }

    Optional<Role> role(String name) {
        return shown.roles().stream().filter(role -> role.name().equals(name)).findFirst();
    }

    /// Who is a member of any role that is shown, of those that it has no more too.
    Set<RoleMember> members() {
        return Stream.concat(shown.roles().stream(), removed().stream())
                .flatMap(role -> role.members().stream())
                .collect(Collectors.toSet());
    }

    /// The names of the roles.
    List<String> names() {
        return shown.roles().stream().map(Role::name).toList();
    }

    Optional<RoleDifference> change(String role) {
        return changes.stream().filter(change -> change.name().equals(role)).findFirst();
    }

    /// The roles of the policy in force that this one has no more.
    List<Role> removed() {
        return changes.stream()
                .filter(change -> change.after() == null)
                .flatMap(change -> Optional.ofNullable(change.before()).stream())
                .toList();
    }

    /// One of them.
    Optional<Role> removed(String name) {
        return removed().stream().filter(role -> role.name().equals(name)).findFirst();
    }

    Mark mark(String role) {
        return change(role)
                .map(change -> change.before() == null ? Mark.NEW : change.after() == null ? Mark.REMOVED : Mark.EDITED)
                .orElse(Mark.SAME);
    }
}
