package dev.portico.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One group of a filter rail: what could be chosen, how often it occurs, and what is chosen. Choices are alternatives.
///
/// The boxes stay when counts change, so that the keyboard keeps its place. A long group shows its first values; once
/// opened, it has a field to look for others by name.
public final class FacetGroup extends Div {

    private static final int FIRST = 6;
    private static final int LONG = 12;
    private static final int MOST = 60;

    private final Set<String> chosen = new LinkedHashSet<>();
    private final transient Consumer<Set<String>> changed;
    private final Choices boxes = new Choices(this::choose, this::open);
    private final String name;
    private @Nullable TextField search;
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
        this.name = name;
        this.changed = changed;
        addClassName("facet");
        getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        add(boxes);
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
        if (search != null) {
            search.setVisible(total > LONG);
        }
        List<Value> shown = shown();
        String more = !all && shown.size() < total ? "Show all " + Words.number(total) : "";
        String hint = "";
        if (more.isEmpty() && shown.isEmpty()) {
            hint = "No such value";
        } else if (more.isEmpty() && shown.size() >= MOST) {
            hint = "Type to find others";
        }
        List<Choices.Choice> choices = shown.stream()
                .map(value -> new Choices.Choice(
                        value.value(), value.label(), Words.number(value.count()), chosen.contains(value.value())))
                .toList();
        boxes.show(all ? "" : name, choices, more, hint);
    }

    private void open() {
        if (all) {
            return;
        }
        all = true;
        opened.run();
        search = search();
        addComponentAsFirst(search);
        addComponentAsFirst(new H3(name));
        arrange();
        search.focus();
    }

    private TextField search() {
        TextField field = new TextField();
        field.addClassName("facet-search");
        field.setAriaLabel("Find in " + name.toLowerCase(Locale.ROOT));
        field.setPlaceholder("Find");
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(150);
        field.addValueChangeListener(change -> arrange());
        return field;
    }

    /// The values in sight, in their order.
    public List<Value> shown() {
        boolean few = total <= FIRST + 1;
        String wanted = search == null ? "" : search.getValue().strip().toLowerCase(Locale.ROOT);
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

    private void choose(String value, boolean on) {
        if (on) {
            chosen.add(value);
        } else {
            chosen.remove(value);
        }
        changed.accept(Set.copyOf(chosen));
    }
}
