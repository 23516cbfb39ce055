package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.portico.access.Explanations;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.access.Simulator;
import dev.portico.kernel.Refusal;
import dev.portico.look.FailedPart;
import org.jspecify.annotations.Nullable;

/// One case: the question above, its answer below.
final class CasePart extends Div {

    private final transient Explanations explanations;
    private final transient Simulator simulator;
    private final transient Readers readers;
    private final Div answer = new Div();
    private transient @Nullable Asked asked;
    private transient Compared policies = Compared.NONE;

    CasePart(Explanations explanations, Simulator simulator, Permissions permissions, Readers readers) {
        this.explanations = explanations;
        this.simulator = simulator;
        this.readers = readers;
        answer.getElement().setAttribute("aria-live", "polite");
        add(new CaseForm(simulator, permissions, readers, this::ask), answer);
        again();
    }

    /// Answers by other policies.
    void show(Compared others) {
        policies = others;
        again();
    }

    private void ask(@Nullable Asked question) {
        asked = question;
        again();
    }

    private void again() {
        answer.removeAll();
        Asked question = asked;
        if (question == null) {
            Paragraph hint = new Paragraph("Name somebody and a permission to see whether they may, and why.");
            hint.addClassName("second");
            answer.add(hint);
            return;
        }
        try {
            answer.add(new CaseAnswer(explanations, simulator, readers, question, policies));
        } catch (Refusal refused) {
            answer.add(FailedPart.of(refused, this::again));
        }
    }
}
