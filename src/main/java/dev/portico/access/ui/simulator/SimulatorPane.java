package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.PolicySummary;
import dev.portico.access.Readers;
import dev.portico.access.Replays;
import dev.portico.access.ui.frame.RolePane;
import dev.portico.access.ui.simulator.CaseAddress.Form;
import dev.portico.look.SegmentTabs;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/// The simulator beside a role: one case, or a replay of what people asked for.
@Component
@Scope("prototype")
final class SimulatorPane extends RolePane {

    private static final List<Form> FORMS = List.of(Form.CASE, Form.REPLAY);

    /// Where there is no room beside the role, the simulator stands below it; an address of a case leads to the case.
    private static final String TO_THE_CASE =
            "if (this.previousElementSibling?.offsetTop < this.offsetTop) this.scrollIntoView({block: 'start'})";

    private final CasePart oneCase;
    private final ReplayPart replay;
    private final Div content = new Div();
    private final SegmentTabs forms =
            new SegmentTabs("Form of the simulator", List.of("One case", "Replay"), 0, this::choose);
    private transient CaseAddress address = CaseAddress.of(QueryParameters.empty());

    SimulatorPane(CaseAnswers answers, Replays replays, Readers readers) {
        oneCase = new CasePart(answers, other -> at(other.with(address.form())));
        replay = new ReplayPart(replays, readers);
        addClassName("simulator");
        getElement().setAttribute("aria-label", "Simulator");
        add(new Header(new H2("Simulator"), forms), content);
        form();
    }

    @Override
    public void ask(QueryParameters asked) {
        CaseAddress other = CaseAddress.of(asked);
        if (other.equals(address)) {
            return;
        }
        address = other;
        forms.choose(FORMS.indexOf(other.form()));
        oneCase.ask(other);
        form();
        if (!other.who().isEmpty()) {
            getElement().executeJs(TO_THE_CASE);
        }
    }

    @Override
    public Map<String, String> chosen() {
        return address.parameters();
    }

    @Override
    public void show(PolicySummary inForce, @Nullable PolicySummary other, @Nullable String role) {
        Compared policies = Compared.of(inForce, other);
        oneCase.show(policies);
        replay.show(policies);
    }

    private void choose(int part) {
        if (FORMS.get(part) != address.form()) {
            at(address.with(FORMS.get(part)));
            form();
        }
    }

    private void at(CaseAddress other) {
        address = other;
        chosenAnew();
    }

    private void form() {
        content.removeAll();
        boolean runs = address.form() == Form.REPLAY;
        content.add(runs ? replay : oneCase);
        if (runs) {
            replay.open();
        }
    }
}
