package dev.portico.shell;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.portico.access.AccessRequest;
import dev.portico.access.AccessRequests;
import dev.portico.access.NewAccessRequest;
import dev.portico.access.Permission;
import dev.portico.access.Readers;
import dev.portico.access.Space;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.Note;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks for access: for what, where, why and for how long. A refusal leads here with what was missing filled in.
final class AskForm extends Div {

    private final transient AccessRequests requests;
    private final transient Readers readers;
    private final transient Consumer<AccessRequest> asked;
    private final ComboBox<Permission> permission = new ComboBox<>("I want to");
    private final ComboBox<Space> space = new ComboBox<>("In the space");
    private final TextArea reason = new TextArea("Because");
    private final Select<Term> span = new Select<>();
    private final Div said = new Div();
    private final AskedRole role;
    private @Nullable String thing;

    /// For how long.
    private enum Term {
        DAY("A day", 1),
        WEEK("A week", 7),
        MONTH("30 days", 30),
        QUARTER("90 days", 90),
        OPEN("As long as the approver decides", null);

        private final String words;
        private final @Nullable Integer days;

        Term(String words, @Nullable Integer days) {
            this.words = words;
            this.days = days;
        }
    }

    /// @param asked told of the request that was made
    AskForm(
            AccessRequests requests,
            Readers readers,
            Collection<Permission> permissions,
            List<Space> spaces,
            Consumer<AccessRequest> asked) {
        this.requests = requests;
        this.readers = readers;
        this.asked = asked;
        addClassNames("col", "form", "ask-form");
        role = new AskedRole(requests, readers);
        permission.setItems(permissions);
        permission.setItemLabelGenerator(each -> each.name() + ": " + each.sentence());
        permission.addValueChangeListener(change -> {
            permission.setHelperText(
                    change.getValue() == null ? "" : change.getValue().sentence());
            fit();
        });
        space.setItems(spaces);
        space.setItemLabelGenerator(Space::title);
        space.setPlaceholder("Everywhere");
        space.setClearButtonVisible(true);
        space.addValueChangeListener(change -> look());
        reason.setMaxLength(AccessRequests.LONGEST_REASON);
        reason.setPlaceholder("What you need it for, so that others can decide");
        reason.setMinRows(2);
        span.setLabel("For");
        span.setItems(Arrays.asList(Term.values()));
        span.setItemLabelGenerator(each -> each.words);
        span.setValue(Term.WEEK);
        Div where = new Div(space, span);
        where.addClassName("two");
        add(permission, said, where, role, reason, Actions.primary("Send the request", Symbol.SEND, this::send));
        fit();
    }

    /// Fills in what was missing.
    ///
    /// @param about  the id of the thing that it was asked about; null for none
    /// @param within the name of the space that it is wanted in; null for everywhere
    void fill(Permission missing, @Nullable String about, @Nullable String within) {
        thing = about;
        space.setValue(space.getListDataView()
                .getItems()
                .filter(one -> one.name().equals(within))
                .findFirst()
                .orElse(null));
        said.removeAll();
        if (about != null) {
            said.add(Text.second("It is about "), Text.mono(about));
        }
        if (missing.equals(permission.getValue())) {
            fit();
        } else {
            permission.setValue(missing);
        }
        reason.focus();
    }

    /// A permission that is about no thing holds everywhere or nowhere.
    private void fit() {
        @Nullable Permission chosen = permission.getValue();
        space.setVisible(thing == null
                && chosen != null
                && !chosen.resourceType().isEmpty()
                && space.getListDataView().getItemCount() > 0);
        look();
    }

    /// What asking for this would bring.
    private void look() {
        @Nullable Permission chosen = permission.getValue();
        if (chosen == null) {
            role.removeAll();
        } else {
            role.show(wanted(chosen));
        }
    }

    private NewAccessRequest wanted(Permission chosen) {
        @Nullable Space within = space.isVisible() ? space.getValue() : null;
        return new NewAccessRequest(
                chosen.name(), thing, within == null ? null : within.name(), reason.getValue(), span.getValue().days);
    }

    private void clear() {
        thing = null;
        said.removeAll();
        reason.clear();
        reason.setInvalid(false);
        space.clear();
        permission.clear();
        permission.setInvalid(false);
    }

    private void send() {
        @Nullable Permission chosen = permission.getValue();
        permission.setInvalid(chosen == null);
        permission.setErrorMessage("Choose what you want to do");
        reason.setInvalid(reason.getValue().isBlank());
        reason.setErrorMessage("Say why, so that others can decide");
        if (chosen == null || reason.isInvalid()) {
            return;
        }
        try {
            AccessRequest sent = requests.ask(readers.current(), wanted(chosen));
            clear();
            asked.accept(sent);
        } catch (Refusal.Conflict | Refusal.InvalidInput | Refusal.NotFound refused) {
            said.removeAll();
            said.add(new Note(State.FAILED, refused.reason()));
        }
    }
}
