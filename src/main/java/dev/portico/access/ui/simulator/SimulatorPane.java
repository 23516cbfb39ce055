package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import dev.portico.access.Explanations;
import dev.portico.access.Permissions;
import dev.portico.access.PolicySummary;
import dev.portico.access.Readers;
import dev.portico.access.Replays;
import dev.portico.access.Simulator;
import dev.portico.access.ui.frame.RolePane;
import dev.portico.look.SegmentTabs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/// The simulator beside a role: one case, or a replay of what people asked for.
@Component
@Scope("prototype")
final class SimulatorPane extends RolePane {

    private final CasePart oneCase;
    private final ReplayPart replay;
    private final Div content = new Div();

    SimulatorPane(
            Explanations explanations, Simulator simulator, Replays replays, Permissions permissions, Readers readers) {
        oneCase = new CasePart(explanations, simulator, permissions, readers);
        replay = new ReplayPart(replays, readers);
        addClassName("simulator");
        getElement().setAttribute("aria-label", "Simulator");
        add(
                new Header(
                        new H2("Simulator"),
                        new SegmentTabs("Form of the simulator", List.of("One case", "Replay"), 0, this::choose)),
                content);
        choose(0);
    }

    @Override
    public void show(PolicySummary inForce, @Nullable PolicySummary draft, @Nullable String role) {
        Compared policies = Compared.of(inForce, draft);
        oneCase.show(policies);
        replay.show(policies);
    }

    private void choose(int part) {
        content.removeAll();
        content.add(part == 0 ? oneCase : replay);
        if (part == 1) {
            replay.open();
        }
    }
}
