package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Party;
import dev.portico.access.Permission;
import dev.portico.access.PermissionPattern;
import dev.portico.access.Reach;
import dev.portico.access.ui.frame.GrantPane;
import dev.portico.kernel.Refusal;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/// How much somebody could act on by the draft, said anew after each change of a grant: `26 entities, was 31`.
@Component
@Scope("prototype")
final class GrantReach extends GrantPane {

    private static final String READ = ".read";

    private final transient CaseAnswers answers;
    private final ComboBox<Party> who = new ComboBox<>();
    private final Div says = new Div();
    private transient @Nullable Permission permission;
    private transient @Nullable Integer draft;

    GrantReach(CaseAnswers answers) {
        this.answers = answers;
        addClassName("grant-reach");
        who.setAriaLabel("Count for");
        who.setPlaceholder("Count for somebody");
        who.setClearButtonVisible(true);
        who.setItemLabelGenerator(Parties::label);
        who.setItems(query -> Parties.found(answers, query));
        who.addValueChangeListener(change -> count());
        says.getElement().setAttribute("aria-live", "polite");
        add(who, says);
    }

    @Override
    public void show(@Nullable Integer worked, String pattern) {
        draft = worked;
        permission = counted(pattern).orElse(null);
        setVisible(permission != null);
        count();
    }

    /// The permission to count by: of those that a pattern spans the one to read, since most is limited by it.
    private Optional<Permission> counted(String pattern) {
        return answers.permissions().stream()
                .filter(one -> !one.resourceType().isEmpty() && PermissionPattern.matches(pattern, one.name()))
                .min(Comparator.comparing(one -> !one.name().endsWith(READ)));
    }

    private void count() {
        says.removeAll();
        Permission asked = permission;
        @Nullable Party party = who.getValue();
        if (asked == null || party == null) {
            return;
        }
        try {
            Reach force = reach(party, asked, null);
            Reach shown = draft == null ? force : reach(party, asked, draft);
            Span count = new Span(Words.number(shown.count()) + " " + Asked.things(asked, shown.count()));
            count.addClassName("strong");
            says.add(Text.mono(asked.name()), new Span(" on "), count);
            if (shown.count() != force.count()) {
                says.add(new Span(", was " + Words.number(force.count())));
            }
        } catch (Refusal.InvalidInput | Refusal.Forbidden | Refusal.NotFound uncounted) {
            says.add(Text.hint(uncounted.reason()));
        }
    }

    private Reach reach(Party party, Permission asked, @Nullable Integer policy) {
        return answers.reach(new Asked(party, asked, null), policy);
    }
}
