package dev.portico.look;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// One group of a filter rail: what could be chosen, how often it occurs, and what is chosen. Choices are alternatives.
///
/// The boxes stay when counts change, so that the keyboard keeps its place. A long group shows its first values; once
/// opened, it has a field to look for others by name.
public final class FacetGroup extends Div {

    private static final int FIRST = 6;
    private static final int LONG = 12;
    private static final int MOST = 60;

    private final Map<String, Choice> choices = new HashMap<>();
    private final Set<String> chosen = new LinkedHashSet<>();
    private final transient Consumer<Set<String>> changed;
    private final Div list = new Div();
    private final TextField search = new TextField();
    private transient Runnable opened = () -> {};
    private transient List<Value> values = List.of();
    private int total;
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
        search.addClassName("facet-search");
        search.setAriaLabel("Find in " + name.toLowerCase(Locale.ROOT));
        search.setPlaceholder("Find");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(150);
        search.addValueChangeListener(change -> arrange());
        search.setVisible(false);
        add(new H3(name), search, list);
    }

    /// Called when the reader asks for all values, before they are shown: the place to say what the later ones are
    /// called.
    public FacetGroup whenOpened(Runnable action) {
        opened = action;
        return this;
    }

    /// Whether the reader asked for all values.
    public boolean isOpened() {
        return all;
    }

    /// Shows these values; those after the sixth hide behind a button unless they are chosen.
    public void show(List<Value> present, Set<String> nowChosen) {
        show(present, present.size(), nowChosen);
    }

    /// Shows the first values of so many. The others are given once the reader asks for all: a page holds no more than
    /// it shows.
    public void show(List<Value> present, int ofAll, Set<String> nowChosen) {
        values = List.copyOf(present);
        total = ofAll;
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
        search.setVisible(all && total > LONG);
        List<Value> shown = shown();
        Set<String> keep = new LinkedHashSet<>();
        shown.forEach(value -> keep.add(value.value()));
        choices.entrySet().removeIf(choice -> {
            boolean gone = !keep.contains(choice.getKey());
            if (gone) {
                list.remove(choice.getValue().box());
            }
            return gone;
        });
        for (int at = 0; at < shown.size(); at++) {
            place(shown.get(at), at);
        }
        if (!all && shown.size() < total) {
            list.add(Actions.quiet("Show all " + Words.number(total), this::open));
        } else if (shown.isEmpty()) {
            list.add(Text.hint("No such value").styled("small"));
        } else if (shown.size() >= MOST) {
            list.add(Text.hint("Type to find others").styled("small"));
        }
    }

    private void open() {
        all = true;
        opened.run();
        arrange();
        search.focus();
    }

    private List<Value> shown() {
        boolean few = total <= FIRST + 1;
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        List<Value> shown = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            Value value = values.get(at);
            boolean first = few || at < FIRST || (all && shown.size() < MOST);
            boolean found = !all || value.label().toLowerCase(Locale.ROOT).contains(wanted);
            if ((first && found) || chosen.contains(value.value())) {
                shown.add(value);
            }
        }
        return shown;
    }

    private void place(Value value, int at) {
        Choice choice = choices.computeIfAbsent(value.value(), key -> choice(value));
        choice.name().setText(value.label());
        choice.count().setText(Words.number(value.count()));
        choice.box().setValue(chosen.contains(value.value()));
        if (choice.box().getParent().isEmpty()) {
            list.addComponentAtIndex(Math.min(at, list.getComponentCount()), choice.box());
        }
    }

    private Choice choice(Value value) {
        Span name = new Span();
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
        return new Choice(box, name, count);
    }

    private void choose(String value, boolean on) {
        if (on) {
            chosen.add(value);
        } else {
            chosen.remove(value);
        }
        changed.accept(Set.copyOf(chosen));
    }

    private record Choice(Checkbox box, Span name, Span count) {}
}
