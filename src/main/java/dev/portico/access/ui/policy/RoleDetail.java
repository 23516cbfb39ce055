package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import dev.portico.access.Grant;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.look.Actions;
import dev.portico.look.EmptyState;
import dev.portico.look.Icon;
import dev.portico.look.Note;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One role: what it is for, what it allows and denies, what it includes, and who its members are. Whoever may change
/// it gets what changes it.
final class RoleDetail extends Div {

    private static final int NO_GRANT = -1;
    private static final String NONE = "This policy has no role that you may see of that name.";

    private final transient RoleParts parts;
    private final transient HolderDialogs holders;
    private final transient Map<Anchor, String> links = new LinkedHashMap<>();
    private final Div refusal = new Div();

    /// Who is about to become a member.
    private transient @Nullable RoleMember added;

    /// @param holders shows who holds the role, or what a grant is about
    RoleDetail(RoleParts parts, HolderDialogs holders) {
        this.parts = parts;
        this.holders = holders;
        addClassName("role-detail");
        refusal.getElement().setAttribute("role", "alert");
    }

    /// The role of a name, one that a draft takes away too, or that there is none.
    ///
    /// @param actions what can be done with a role
    /// @param open    the number of the grant that is open; -1 for none
    Component of(String name, PolicyWork work, AccessAddress address, RoleActions actions, int open) {
        Optional<Role> role = work.role(name);
        Optional<Role> removed = work.removed(name);
        if (role.isEmpty() && removed.isEmpty()) {
            return name.isEmpty() ? NoRoles.state() : new EmptyState("No such role", NONE);
        }
        role.ifPresent(one -> {
            @Nullable RoleEdit edit = actions.edit(one);
            show(one, work, edit, edit == null ? List.of() : actions.of(one), open);
        });
        removed.ifPresent(one -> show(one, work, null, actions.ofRemoved(one), open));
        at(address);
        return this;
    }

    /// @param edit    changes the role; null for whoever may not
    /// @param actions what can be done with the role as a whole
    private void show(Role role, PolicyWork work, @Nullable RoleEdit edit, List<Component> actions, int open) {
        removeAll();
        links.clear();
        refusal.removeAll();
        add(back(), head(role, actions), refusal);
        add(grants(role, work, edit, open));
        RolePart includes = new RolePart("Includes", "It has no other role's grants.");
        new TreeSet<>(role.includes()).forEach(name -> includes.row(included(name, work)));
        add(includes, members(role, policy(role, work), edit));
    }

    /// Leads its links to roles beside what else the page's address says by now.
    void at(AccessAddress address) {
        links.forEach((link, role) -> link.setHref(
                role.isEmpty()
                        ? address.listed().address()
                        : address.withRole(role).address()));
    }

    /// The policy that has the role: a draft has none that it takes away.
    private static int policy(Role role, PolicyWork work) {
        boolean there = work.role(role.name()).isPresent();
        return there ? work.number() : work.inForce().number();
    }

    /// Says above the role why something was refused.
    void refused(Optional<String> why) {
        refusal.removeAll();
        why.ifPresent(words -> refusal.add(new Note(State.FAILED, words)));
    }

    private static Header head(Role role, List<Component> actions) {
        Div words = new Div(new H2(RoleWords.title(role.name())));
        words.addClassNames("row", "wrap", "grow");
        words.add(Text.mono(role.name()).styled("hint"));
        if (role.space() != null) {
            words.add(Text.second("Only in " + role.space()));
        }
        Header head = new Header(words, Row.line(actions.toArray(Component[]::new)));
        if (!role.description().isEmpty()) {
            head.add(new Paragraph(role.description()));
        }
        return head;
    }

    private RolePart grants(Role role, PolicyWork work, @Nullable RoleEdit edit, int open) {
        RolePart part = new RolePart("Grants", "It allows and denies nothing itself.");
        Role before = work.change(role.name())
                .flatMap(change -> Optional.ofNullable(change.before()))
                .orElse(role);
        boolean fresh = work.mark(role.name()) == PolicyWork.Mark.NEW;
        for (int number = 0; number < role.grants().size(); number++) {
            GrantRow row = row(role.grants().get(number), number, fresh ? null : before, policy(role, work), edit);
            row.open(number == open);
            if (number == open) {
                row.focus();
            }
            part.row(row);
        }
        if (edit != null) {
            int next = role.grants().size();
            part.end(Actions.plain(
                    "Add a grant", Symbol.PLUS, () -> new GrantDialog(parts.permissions(), edit, next).open()));
        }
        return part;
    }

    private GrantRow row(Grant grant, int number, @Nullable Role before, int policy, @Nullable RoleEdit edit) {
        GrantRow row = new GrantRow(grant, mark(grant, before));
        if (edit == null) {
            return row.with(() -> new GrantWords(grant, parts, () -> holders.pattern(policy, grant.pattern())));
        }
        return row.with(() -> new GrantEditor(
                grant,
                number,
                parts,
                pattern -> holders.pattern(policy, pattern),
                edit,
                kept -> row.show(kept, mark(kept, before))));
    }

    private RolePart members(Role role, int policy, @Nullable RoleEdit edit) {
        RolePart part = new RolePart("Members", "It has no members; accounts and tokens may have been given it.");
        Instant now = Instant.now();
        Map<RoleMember, String> labels = parts.labels(role.members());
        for (RoleMember member : role.members()) {
            String label = labels.getOrDefault(member, member.words());
            MemberRow row =
                    new MemberRow(member, label, now, edit == null ? null : () -> refused(remove(member, edit)));
            part.row(row);
            if (member.equals(added)) {
                row.focus();
            }
        }
        added = null;
        if (edit != null) {
            part.end(Actions.plain("Add a member", Symbol.USER_PLUS, () -> new MemberDialog(
                            parts.suggestions(), edit, member -> added = member)
                    .open(role.name())));
        }
        return part.end(Actions.plain("Who holds it", Symbol.USERS, () -> holders.role(policy, role.name())));
    }

    private static Optional<String> remove(RoleMember member, RoleEdit edit) {
        return edit.change(
                role -> role.heldBy(role.members().stream()
                        .filter(one -> !one.equals(member))
                        .toList()),
                NO_GRANT);
    }

    private Component included(String name, PolicyWork work) {
        Anchor link = new Anchor();
        link.setText(RoleWords.title(name));
        links.put(link, name);
        Optional<String> purpose = work.role(name).map(Role::description);
        return Row.line(link, Text.hint(purpose.orElse("")).styled("clip")).styled("grow");
    }

    /// What became of a grant since the policy in force.
    ///
    /// @param before the role there; null where it has none
    private static String mark(Grant grant, @Nullable Role before) {
        if (before == null || before.grants().contains(grant)) {
            return "";
        }
        boolean edited = before.grants().stream()
                .anyMatch(one -> one.effect() == grant.effect() && one.pattern().equals(grant.pattern()));
        return edited ? "Edited" : "Added";
    }

    private Anchor back() {
        Anchor back = new Anchor();
        links.put(back, "");
        back.addClassName("back");
        back.add(new Icon(Symbol.ARROW_LEFT));
        back.add("All roles");
        return back;
    }
}
