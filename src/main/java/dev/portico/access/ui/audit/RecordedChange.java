package dev.portico.access.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import dev.portico.access.PolicyDifference;
import dev.portico.access.PolicyDifference.RoleDifference;
import dev.portico.access.Role;
import dev.portico.access.RoleJson;
import dev.portico.access.ui.comparison.Comparison;
import dev.portico.audit.AuditEntry;
import dev.portico.kernel.Refusal;
import dev.portico.look.CodeBlock;
import dev.portico.look.FieldDifference;
import dev.portico.look.FieldDifferences;
import dev.portico.look.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// What a row of the trail has changed: of a role in sentences, of anything else the fields that differ. What was
/// recorded word for word stands folded below.
final class RecordedChange extends Div {

    private static final String ROLES = "access.role.";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ObjectWriter INDENTED = JSON.writerWithDefaultPrettyPrinter();

    RecordedChange(AuditEntry row) {
        addClassNames("col", "recorded");
        add(role(row).<Component>map(RecordedChange::sentences).orElseGet(() -> fields(row)));
        if (row.before() != null || row.after() != null) {
            add(asRecorded(row));
        }
    }

    private static Component sentences(RoleDifference role) {
        return new Comparison(new PolicyDifference(0, 0, List.of(role)));
    }

    private static Component fields(AuditEntry row) {
        List<FieldDifference> fields = FieldDifference.between(row.before(), row.after());
        return fields.isEmpty()
                ? Text.second(row.refused() ? "Nothing: it was refused." : "The row tells of no field that differs.")
                : new FieldDifferences(fields);
    }

    /// The role that was changed by hand. What comes into a draft from elsewhere is told of in fields of its own.
    static Optional<RoleDifference> role(AuditEntry row) {
        if (row.refused() || !row.action().startsWith(ROLES)) {
            return Optional.empty();
        }
        try {
            @Nullable Role before = role(row.before());
            @Nullable Role after = role(row.after());
            @Nullable Role named = after == null ? before : after;
            return named == null || Objects.equals(before, after)
                    ? Optional.empty()
                    : Optional.of(new RoleDifference(named.name(), before, after));
        } catch (Refusal.InvalidInput noRole) {
            return Optional.empty();
        }
    }

    private static @Nullable Role role(@Nullable String json) {
        return json == null ? null : RoleJson.read(JSON.readTree(json), "");
    }

    private static Details asRecorded(AuditEntry row) {
        Div whole = new Div();
        whole.addClassName("col");
        state(whole, "Before", row.before());
        state(whole, row.refused() ? "Tried" : "After", row.after());
        return new Details("As recorded", whole);
    }

    private static void state(Div whole, String name, @Nullable String json) {
        if (json != null) {
            whole.add(new CodeBlock(name, INDENTED.writeValueAsString(JSON.readTree(json))));
        }
    }
}
