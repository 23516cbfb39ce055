package dev.portico.access.ui.condition;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.select.Select;
import dev.portico.access.Condition;
import dev.portico.access.Rule;
import dev.portico.look.Actions;
import dev.portico.look.Icon;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Parts that count together: all of them, any of them, or none.
final class GroupEditor extends ConditionPart {

    private final Suggestions suggestions;
    private final Runnable changed;
    private final boolean root;
    private final Select<Joint> joint = new Select<>();
    private final UnorderedList list = new UnorderedList();
    private final Div line = new Div();
    private final Text missing =
            Text.hint("Not kept before there is a rule in it").styled("small");

    /// @param removed told that it is to go; null for the group that everything is in
    GroupEditor(
            Condition present, Suggestions suggestions, Runnable changed, @Nullable Consumer<ConditionPart> removed) {
        this.suggestions = suggestions;
        this.changed = changed;
        this.root = removed == null;
        addClassName("group");
        joint.setItems(Joint.values());
        joint.setItemLabelGenerator(Joint::words);
        joint.setValue(Joint.of(present));
        joint.setAriaLabel("What of the group has to hold");
        joint.addValueChangeListener(change -> told());
        line.add(joint, missing);
        line.addClassNames("row", "wrap");
        if (removed != null) {
            line.add(Actions.sign(Symbol.X, "Remove the group", () -> removed.accept(this)));
        }
        Joint.parts(present).forEach(part -> list.add(part(part)));
        add(line, list, adding());
        look();
    }

    @Override
    Optional<Condition> condition() {
        List<Condition> parts = new ArrayList<>();
        for (ConditionPart part : parts()) {
            Optional<Condition> said = part.condition();
            if (said.isEmpty()) {
                return Optional.empty();
            }
            parts.add(said.get());
        }
        if (parts.isEmpty()) {
            return root ? Optional.of(Condition.always()) : Optional.empty();
        }
        return Optional.of(joint.getValue().join(parts, root));
    }

    @Override
    void enter() {
        joint.focus();
    }

    private List<ConditionPart> parts() {
        return list.getChildren().map(ConditionPart.class::cast).toList();
    }

    private ConditionPart part(Condition condition) {
        return condition instanceof Rule rule
                ? new RuleEditor(RuleKind.of(rule), rule, suggestions, changed, this::remove)
                : new GroupEditor(condition, suggestions, changed, this::remove);
    }

    private void add(ConditionPart part) {
        list.add(part);
        part.enter();
        told();
    }

    private void remove(ConditionPart part) {
        list.remove(part);
        joint.focus();
        told();
    }

    private void told() {
        look();
        changed.run();
    }

    private void look() {
        missing.setVisible(!root && parts().isEmpty());
        line.setVisible(!root || !parts().isEmpty());
    }

    private MenuBar adding() {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        bar.getElement().setAttribute("aria-label", "Add to the group");
        MenuItem rule = bar.addItem(Row.line(new Icon(Symbol.PLUS), new Span("Rule")));
        rule.setAriaLabel("Add a rule");
        for (RuleKind kind : RuleKind.values()) {
            rule.getSubMenu()
                    .addItem(
                            kind.words(), click -> add(new RuleEditor(kind, null, suggestions, changed, this::remove)));
        }
        MenuItem group = bar.addItem(Row.line(new Icon(Symbol.PLUS), new Span("Group")));
        group.setAriaLabel("Add a group");
        for (Joint kind : Joint.values()) {
            group.getSubMenu()
                    .addItem(
                            kind.words(),
                            click -> add(new GroupEditor(kind.empty(), suggestions, changed, this::remove)));
        }
        return bar;
    }
}
