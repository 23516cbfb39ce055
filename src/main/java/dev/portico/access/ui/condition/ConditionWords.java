package dev.portico.access.ui.condition;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.access.Condition;
import dev.portico.access.Rule;
import dev.portico.look.Badge;
import java.util.List;

/// A condition as a tree in words.
public final class ConditionWords extends Div {

    public ConditionWords(Condition condition) {
        addClassName("condition");
        UnorderedList root = new UnorderedList(item(condition));
        add(root);
    }

    private static ListItem item(Condition condition) {
        return switch (condition) {
            case Condition.AllOf all -> joint("All of", all.parts());
            case Condition.AnyOf any -> joint("Any of", any.parts());
            case Condition.Not not -> joint("Not", List.of(not.part()));
            case Rule rule -> new ListItem(new Span(rule.words()));
        };
    }

    private static ListItem joint(String word, List<Condition> parts) {
        ListItem item = new ListItem(new Badge(word));
        UnorderedList list = new UnorderedList();
        parts.forEach(part -> list.add(item(part)));
        item.add(list);
        return item;
    }
}
