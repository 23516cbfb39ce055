package dev.portico.access.ui.condition;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.access.Condition;
import java.util.function.Consumer;

/// A condition as a tree that is built from typed parts, by mouse or keyboard. What is not finished yet, such as a rule
/// that names no value, is told to nobody.
public final class ConditionEditor extends Div {

    private final GroupEditor root;
    private transient Condition told;
    private final transient Consumer<Condition> changed;

    /// @param changed told the condition after each change that leaves it whole
    public ConditionEditor(Condition present, Suggestions suggestions, Consumer<Condition> changed) {
        this.told = present;
        this.changed = changed;
        root = new GroupEditor(present, suggestions, this::tell, null);
        addClassNames("condition", "editing");
        add(new UnorderedList(root));
    }

    private void tell() {
        root.condition().filter(condition -> !condition.equals(told)).ifPresent(condition -> {
            told = condition;
            changed.accept(condition);
        });
    }
}
