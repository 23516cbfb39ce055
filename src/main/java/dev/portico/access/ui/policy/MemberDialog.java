package dev.portico.access.ui.policy;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.RoleMember.Kind;
import dev.portico.access.ui.condition.Suggestions;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.look.DayField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks for a member of a role: a person, a group, everyone signed in or a service token, for good or until a day has
/// ended.
final class MemberDialog {

    private final Select<Kind> kind = new Select<>();
    private final ComboBox<String> name = new ComboBox<>("Who");
    private final DayField until = new DayField("Until the end of (UTC)");
    private final Suggestions suggestions;
    private final RoleEdit edit;
    private final Consumer<RoleMember> adding;

    /// @param adding told whom is about to be added
    MemberDialog(Suggestions suggestions, RoleEdit edit, Consumer<RoleMember> adding) {
        this.suggestions = suggestions;
        this.edit = edit;
        this.adding = adding;
        kind.setLabel("Member");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(MemberDialog::words);
        kind.setValue(Kind.USER);
        kind.addValueChangeListener(change -> look());
        name.setAllowCustomValue(true);
        name.addCustomValueSetListener(typed -> name.setValue(typed.getDetail().strip()));
        until.setClearButtonVisible(true);
        until.setHelperText("Leave it empty for good.");
        look();
    }

    void open(String role) {
        new FormDialog("Add a member to " + RoleWords.title(role), "Add", this::tried)
                .with(kind, name, until)
                .open();
    }

    private void look() {
        Kind chosen = kind.getValue();
        name.setVisible(chosen != Kind.EVERYONE);
        name.setPlaceholder(
                switch (chosen) {
                    case USER -> "user:default/jane";
                    case GROUP -> "group:default/payments";
                    case EVERYONE -> "";
                    case TOKEN -> "build-server";
                    case ACCOUNT -> "jane";
                });
        String of =
                switch (chosen) {
                    case USER -> "user";
                    case GROUP -> "group";
                    case EVERYONE, TOKEN, ACCOUNT -> "";
                };
        name.setItems(query -> of.isEmpty()
                ? List.<String>of().stream().skip(query.getOffset() + query.getLimit())
                : suggestions.refs(of, query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
    }

    private Optional<String> tried() {
        String who = name.getValue() == null ? "" : name.getValue().strip();
        if (kind.getValue() != Kind.EVERYONE && who.isEmpty()) {
            return Optional.of("Say who is to be a member.");
        }
        RoleMember member = new RoleMember(kind.getValue(), kind.getValue() == Kind.EVERYONE ? "" : who, end());
        adding.accept(member);
        return edit.change(role -> with(role, member), -1);
    }

    private @Nullable Instant end() {
        @Nullable LocalDate day = until.getValue();
        return day == null ? null : day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /// The role with the member, in place of one who is the same but for the end.
    private static Role with(Role role, RoleMember member) {
        List<RoleMember> members = new ArrayList<>(role.members());
        members.removeIf(one -> one.kind() == member.kind() && one.name().equals(member.name()));
        members.add(member);
        return role.heldBy(members);
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case USER -> "A person";
            case GROUP -> "A group, with those below it";
            case EVERYONE -> "Everyone signed in";
            case TOKEN -> "A service token";
            case ACCOUNT -> "An account";
        };
    }
}
