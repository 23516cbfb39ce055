package dev.portico.access.ui.policy;

import com.vaadin.flow.component.html.Div;
import dev.portico.access.Grant;
import dev.portico.access.ui.condition.ConditionWords;
import dev.portico.look.Actions;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;

/// A grant for whoever may not change it: what it is about, where it holds, and who holds it.
final class GrantWords extends Div {

    GrantWords(Grant grant, RoleParts parts, Runnable holders) {
        addClassName("col");
        add(Text.second(PermissionWords.sentence(grant.pattern(), parts.permissions())));
        if (!grant.unconditional()) {
            add(new ConditionWords(grant.condition()));
        }
        add(Row.line(Actions.plain("Who holds this", Symbol.USERS, holders)));
    }
}
