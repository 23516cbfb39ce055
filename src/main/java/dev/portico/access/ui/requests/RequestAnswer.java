package dev.portico.access.ui.requests;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.portico.access.AccessRequest;
import dev.portico.access.AccessRequests;
import dev.portico.access.Permission;
import dev.portico.access.Readers;
import dev.portico.access.RoleOption;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.DayField;
import dev.portico.look.MoreRights;
import dev.portico.look.Note;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers a request: a role and until when, or why not.
final class RequestAnswer extends Div {

    private final transient AccessRequests requests;
    private final transient Readers readers;
    private final transient AccessRequest request;
    private final transient Runnable answered;
    private final RadioButtonGroup<RoleOption> role = new RadioButtonGroup<>("By the role");
    private final Select<Term> span = new Select<>();
    private final DayField date = new DayField("Until the end of (UTC)");
    private final TextArea words = new TextArea("Answer");
    private final Div said = new Div();

    /// For how long.
    private enum Term {
        DAY("A day", 1),
        WEEK("A week", 7),
        MONTH("30 days", 30),
        DATE("Until a date", 0);

        private final String label;
        private final int days;

        Term(String label, int days) {
            this.label = label;
            this.days = days;
        }
    }

    /// @param answered told when it was answered, by the reader or by somebody else meanwhile
    RequestAnswer(AccessRequests requests, Readers readers, AccessRequest request, Runnable answered) {
        this.requests = requests;
        this.readers = readers;
        this.request = request;
        this.answered = answered;
        addClassNames("col", "form", "request-answer");
        List<RoleOption> options = requests.options(readers.current(), request.id());
        boolean grantable = options.stream().anyMatch(RoleOption::open);
        if (grantable) {
            role(options);
            span();
            Div until = new Div(span, date);
            until.addClassName("two");
            add(role, until);
        } else {
            add(new Note(
                            State.WARNING,
                            options.isEmpty()
                                    ? "No role would give them more than they have."
                                    : "You may not give this.")
                    .say(
                            options.isEmpty()
                                    ? "They may do this by now in another way, or no role but admin, which no request gives, allows"
                                            + " it: look at what they hold, make a role that allows it, or say why not."
                                    : String.valueOf(options.getFirst().obstacle())));
        }
        words.setMaxLength(AccessRequests.LONGEST_REASON);
        words.setPlaceholder(grantable ? "Needed to deny; said to whoever asks" : "Why not");
        words.setMinRows(2);
        add(words, said, buttons(grantable));
        if (grantable) {
            add(Text.hint("Approving puts a policy of its own in force at once; drafts keep what is in them.")
                    .styled("small"));
        }
    }

    private void role(List<RoleOption> options) {
        role.setItems(options);
        role.setItemEnabledProvider(RoleOption::open);
        // In this order: the generator of labels would take the renderer's place.
        role.setItemLabelGenerator(RoleOption::role);
        role.setRenderer(new ComponentRenderer<>(RequestAnswer::option));
        options.stream().filter(RoleOption::open).findFirst().ifPresent(role::setValue);
        role.addClassName("role-options");
    }

    private static Div option(RoleOption option) {
        String reach = option.space() == null ? "everywhere" : "in " + option.space() + " alone";
        Div first = new Div(
                Text.mono(option.role()),
                Text.hint(Words.count(option.permissions(), "permission", "permissions") + ", " + reach)
                        .styled("small"));
        first.addClassNames("row", "wrap");
        Div all = new Div(first, Text.second(option.description()).styled("small"));
        all.addClassNames("col", "tight");
        if (option.adds().isEmpty()) {
            all.add(Text.hint("It adds nothing else to what they have.").styled("small"));
        } else {
            all.add(new MoreRights(
                    "It adds " + option.more(),
                    option.adds().stream().map(Permission::sentence).toList()));
        }
        if (option.obstacle() != null) {
            all.add(Text.hint(option.obstacle()).styled("small"));
        }
        return all;
    }

    private void span() {
        span.setLabel("For");
        span.setItems(Term.values());
        span.setItemLabelGenerator(each -> each.label);
        span.addValueChangeListener(change -> date.setVisible(change.getValue() == Term.DATE));
        Integer days = request.days();
        span.setValue(term(days));
        date.setVisible(span.getValue() == Term.DATE);
        date.setMin(LocalDate.now(ZoneOffset.UTC));
        date.setValue(LocalDate.now(ZoneOffset.UTC).plusDays(days == null ? 14 : days));
    }

    /// The term to offer first: as long as was asked for, and a day where that was left open.
    private static Term term(@Nullable Integer days) {
        if (days == null || days == Term.DAY.days) {
            return Term.DAY;
        }
        return days <= Term.WEEK.days ? Term.WEEK : days <= Term.MONTH.days ? Term.MONTH : Term.DATE;
    }

    private Div buttons(boolean grantable) {
        Div buttons = new Div();
        buttons.addClassNames("row", "wrap");
        if (grantable) {
            buttons.add(Actions.primary("Approve", Symbol.CHECK, this::approve));
        }
        buttons.add(Actions.danger("Deny", Symbol.X, this::deny));
        return buttons;
    }

    private void approve() {
        @Nullable RoleOption chosen = role.getValue();
        @Nullable Instant until = until();
        if (chosen == null || until == null) {
            say(State.WARNING, "Choose a role and until when it is to hold.");
            return;
        }
        attempt(() -> requests.approve(readers.current(), request.id(), chosen.role(), until, words.getValue()));
    }

    private void deny() {
        words.setInvalid(words.getValue().isBlank());
        words.setErrorMessage("Say why, so that they know what to do instead");
        if (!words.isInvalid()) {
            attempt(() -> requests.deny(readers.current(), request.id(), words.getValue()));
        }
    }

    private void attempt(Runnable answer) {
        try {
            answer.run();
            answered.run();
        } catch (Refusal.Conflict | Refusal.InvalidInput | Refusal.Forbidden refused) {
            say(State.FAILED, refused.reason());
        }
    }

    private void say(State state, String sentence) {
        said.removeAll();
        said.add(new Note(state, sentence));
    }

    private @Nullable Instant until() {
        if (span.getValue() != Term.DATE) {
            return Instant.now().plus(Duration.ofDays(span.getValue().days));
        }
        @Nullable LocalDate day = date.getValue();
        return day == null ? null : day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /// The words of a person in quotation marks.
    static Span quoted(String text) {
        return new Span("“" + text + "”");
    }
}
