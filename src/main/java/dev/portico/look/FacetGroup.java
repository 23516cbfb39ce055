package dev.portico.look;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// One group of a filter rail: what could be chosen, how often it occurs, and what is chosen. Choices are alternatives.
///
/// The boxes stay when counts change, so that the keyboard keeps its place.
public final class FacetGroup extends Div {

    private static final int FIRST = 6;

    private final Map<String, Choice> choices = new HashMap<>();
    private final Set<String> chosen = new LinkedHashSet<>();
    private final transient Consumer<Set<String>> changed;
    private final Div list = new Div();
    private transient List<Value> values = List.of();
    private boolean all;

    /// A value that can be chosen.
    ///
    /// @param value what the filter is told
    /// @param label what the reader sees
    /// @param count how many it would leave
    public record Value(String value, String label, long count) {}

    /// @param changed called with all chosen values after each change by the reader
    public FacetGroup(String name, Consumer<Set<String>> changed) {
        this.changed = changed;
        addClassName("facet");
        getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        add(new H3(name), list);
    }

    /// Shows these values; those after the sixth hide behind a button unless they are chosen.
    public void show(List<Value> present, Set<String> nowChosen) {
        values = List.copyOf(present);
        chosen.clear();
        chosen.addAll(nowChosen);
        setVisible(!values.isEmpty());
        arrange();
    }

    private void arrange() {
        list.getChildren()
                .filter(child -> !(child instanceof Checkbox))
                .toList()
                .forEach(list::remove);
        boolean everything = all || values.size() <= FIRST + 1;
        List<Value> shown = values.stream()
                .filter(value -> everything || values.indexOf(value) < FIRST || chosen.contains(value.value()))
                .toList();
        Set<String> keep = new LinkedHashSet<>();
        shown.forEach(value -> keep.add(value.value()));
        choices.entrySet().removeIf(choice -> {
            boolean gone = !keep.contains(choice.getKey());
            if (gone) {
                list.remove(choice.getValue().box());
            }
            return gone;
        });
        shown.forEach(this::place);
        if (shown.size() < values.size()) {
            list.add(Actions.quiet("Show all " + Words.number(values.size()), () -> {
                all = true;
                arrange();
            }));
        }
    }

    private void place(Value value) {
        Choice choice = choices.computeIfAbsent(value.value(), key -> choice(value));
        choice.count().setText(Words.number(value.count()));
        choice.box().setValue(chosen.contains(value.value()));
        if (choice.box().getParent().isEmpty()) {
            list.add(choice.box());
        }
    }

    private Choice choice(Value value) {
        Span name = new Span(value.label());
        name.addClassName("clip");
        Span count = new Span();
        count.addClassName("n");
        Span label = new Span(name, count);
        label.addClassName("facet-label");
        Checkbox box = new Checkbox();
        box.setLabelComponent(label);
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(value.value(), change.getValue());
            }
        });
        return new Choice(box, count);
    }

    private void choose(String value, boolean on) {
        if (on) {
            chosen.add(value);
        } else {
            chosen.remove(value);
        }
        changed.accept(Set.copyOf(chosen));
    }

    private record Choice(Checkbox box, Span count) {}
}
