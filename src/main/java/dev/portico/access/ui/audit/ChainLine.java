package dev.portico.access.ui.audit;

import com.vaadin.flow.component.html.Div;
import dev.portico.audit.ChainState;
import dev.portico.audit.Verification;
import dev.portico.look.RelativeTime;
import dev.portico.look.State;
import dev.portico.look.StateLine;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;

/// Whether the trail is whole, as far as somebody has looked.
final class ChainLine extends Div {

    ChainLine() {
        addClassNames("row", "chain");
        getElement().setAttribute("role", "status");
    }

    void show(ChainState chain) {
        removeAll();
        add(state(chain));
        String rows = Words.count(chain.rows(), "row", "rows") + " linked";
        add(Text.hint(chain.waiting() == 0 ? rows : rows + ", " + Words.number(chain.waiting()) + " waiting"));
    }

    private static StateLine state(ChainState chain) {
        Verification verified = chain.verified();
        if (verified == null || chain.verifiedAt() == null) {
            return new StateLine(State.UNREPORTED, "Never verified");
        }
        String at = RelativeTime.exact(chain.verifiedAt());
        if (verified.problem() != null) {
            return new StateLine(
                    State.ERROR, "Not intact: " + verified.problem().sentence() + " (looked at " + at + ")");
        }
        return new StateLine(
                State.PASSED, Symbol.CIRCLE_CHECK, "Verified to row " + Words.number(verified.to()) + " at " + at);
    }
}
