package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import dev.portico.kernel.Refusal;
import dev.portico.look.FailedPart;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One case: the question above, its answer below.
final class CasePart extends Div {

    private final transient CaseAnswers answers;
    private final transient Consumer<CaseAddress> chosen;
    private final CaseForm form;
    private final Div answer = new Div();
    private transient CaseAddress address = CaseAddress.of(QueryParameters.empty());
    private transient Compared policies = Compared.NONE;

    /// What the address names and is not there, or may not be asked about.
    private transient @Nullable Refusal wrong;

    /// @param chosen told the address of whatever its reader chooses
    CasePart(CaseAnswers answers, Consumer<CaseAddress> chosen) {
        this.answers = answers;
        this.chosen = chosen;
        this.form = new CaseForm(answers, this::changed);
        answer.getElement().setAttribute("aria-live", "polite");
        add(form, answer);
        again();
    }

    /// Asks what an address does; it is answered once the policies are told.
    void ask(CaseAddress other) {
        address = other;
        wrong = null;
        try {
            form.fill(
                    other.who().isEmpty() ? null : answers.party(other.who()),
                    other.may().isEmpty() ? null : answers.permission(other.may()),
                    other.on());
        } catch (Refusal refused) {
            form.fill(null, null, "");
            wrong = refused;
        }
    }

    /// Answers by other policies.
    void show(Compared others) {
        policies = others;
        again();
    }

    private void changed() {
        wrong = null;
        address = form.in(address);
        chosen.accept(address);
        again();
    }

    /// Another part of the same answer was chosen.
    private void chose(UnaryOperator<CaseAddress> change) {
        address = change.apply(address);
        chosen.accept(address);
    }

    private void again() {
        answer.removeAll();
        @Nullable Refusal unknown = wrong;
        if (unknown != null) {
            answer.add(FailedPart.of(unknown, () -> {
                ask(address);
                again();
            }));
            return;
        }
        @Nullable Asked question = form.asked();
        if (question == null) {
            Paragraph hint = new Paragraph(
                    form.unknown().isEmpty()
                            ? "Name somebody and a permission to see whether they may, and why."
                            : "No module has a permission “" + form.unknown() + "”. Choose one of those offered.");
            hint.addClassName("second");
            answer.add(hint);
            return;
        }
        try {
            answer.add(new CaseAnswer(answers, question, policies, address, this::chose));
        } catch (Refusal refused) {
            answer.add(FailedPart.of(refused, this::again));
        }
    }
}
