package dev.portico.access.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import dev.portico.audit.AuditEntry;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.EntityLink;
import dev.portico.look.Facts;
import dev.portico.look.FieldDifference;
import dev.portico.look.FieldDifferences;
import dev.portico.look.RelativeTime;
import dev.portico.look.State;
import dev.portico.look.StateLine;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row of the trail beside the list: who, what, and what it changed, field by field.
final class AuditDetail extends Aside {

    private static final String ENTITY = "catalog-entity";
    private static final String SOURCE = "catalog-source";

    private final transient Runnable close;

    AuditDetail(Runnable close) {
        this.close = close;
        addClassNames("preview", "audit-detail");
        getElement().setAttribute("aria-label", "Row of the trail");
        setVisible(false);
    }

    /// @param filter what the list shows; links narrow it
    void show(@Nullable AuditEntry row, AuditFilter filter) {
        removeAll();
        setVisible(row != null);
        if (row == null) {
            return;
        }
        Div words = new Div(
                new H2(row.action()), Text.hint(RelativeTime.exact(row.at())).styled("small"));
        words.addClassName("words");
        add(new Header(words, Actions.sign(Symbol.X, "Close the row", close)));
        add(row.refused() ? new StateLine(State.FAILED, "Refused") : new StateLine(State.PASSED, "Done"));
        add(facts(row, filter));
        add(new H3("What changed"), changed(row));
    }

    /// A thing in words: its type and its id.
    static String thing(AuditEntry row) {
        return row.thingId().isEmpty() ? row.thingType() : row.thingType() + " " + row.thingId();
    }

    /// Where a row stands in the chain.
    static String place(AuditEntry row) {
        return row.row() == null ? "Waiting" : Words.number(row.row());
    }

    private static Facts facts(AuditEntry row, AuditFilter filter) {
        AuditFilter wider = filter.withRow("");
        Anchor actor = new Anchor(wider.withActor(row.actor()).address(), row.actor());
        Facts facts = new Facts()
                .fact("Who", actor)
                .fact("Thing", thingLink(row))
                .fact(
                        "",
                        new Anchor(
                                wider.withThing(row.thingType(), row.thingId()).address(), "All rows about it"))
                .fact("Row", row.row() == null ? "Waits to be linked" : place(row));
        if (row.request() != null) {
            facts.fact("Request", Text.mono(row.request()).styled("wrap-anywhere"));
        }
        return facts;
    }

    private static Component thingLink(AuditEntry row) {
        return address(row)
                .<Component>map(address -> new Anchor(address, row.thingId()))
                .orElseGet(() -> Text.mono(thing(row)).styled("wrap-anywhere"));
    }

    /// The page of the thing, where things of its type have one. Whether the reader may open it is that page's matter.
    private static Optional<String> address(AuditEntry row) {
        return switch (row.thingType()) {
            case ENTITY -> reference(row.thingId()).map(EntityLink::address);
            case SOURCE -> Optional.of("sources/" + row.thingId());
            default -> Optional.empty();
        };
    }

    private static Optional<EntityRef> reference(String id) {
        try {
            return Optional.of(EntityRef.parse(id));
        } catch (Refusal.InvalidInput noReference) {
            return Optional.empty();
        }
    }

    private static Component changed(AuditEntry row) {
        List<FieldDifference> fields = FieldDifference.between(row.before(), row.after());
        if (fields.isEmpty()) {
            return Text.second(row.refused() ? "Nothing: it was refused." : "The row tells of no field.");
        }
        return new FieldDifferences(fields);
    }
}
