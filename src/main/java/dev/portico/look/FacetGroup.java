package dev.portico.look;

import com.vaadin.flow.internal.JacksonUtils;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One group of a filter rail: what could be chosen, how often it occurs, and what is chosen. Choices are alternatives.
///
/// A long group shows its first values; once opened, it has a field to look for others by name.
public final class FacetGroup {

    private static final int FIRST = 6;
    private static final int LONG = 12;
    private static final int MOST = 60;

    private final String name;
    private final Consumer<Set<String>> changed;
    private Runnable opened = () -> {};
    private List<Value> values = List.of();
    private Set<String> chosen = Set.of();
    private String sought = "";
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
    }

    /// Called when the reader asks for all values, before they are shown: the place to say what the later ones are
    /// called.
    public FacetGroup whenOpened(Runnable action) {
        opened = action;
        return this;
    }

    /// What stands above it.
    public String name() {
        return name;
    }

    /// Whether the reader asked for all values.
    public boolean isOpened() {
        return all;
    }

    /// Shows the first values of so many. The others are given once the reader asks for all: a page holds no more
    /// than it shows. Those after the sixth hide behind a button unless they are chosen; a group of no value is not
    /// shown at all.
    public void show(List<Value> present, int ofAll, Set<String> nowChosen) {
        values = List.copyOf(present);
        total = ofAll;
        chosen = Set.copyOf(nowChosen);
    }

    /// The values in sight, in their order.
    public List<Value> shown() {
        boolean few = total <= FIRST + 1;
        String looked = hasField() ? sought : "";
        List<Value> shown = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            Value value = values.get(at);
            boolean first = few || at < FIRST || (all && shown.size() < MOST);
            boolean found = !all || value.label().toLowerCase(Locale.ROOT).contains(looked);
            if ((first && found) || chosen.contains(value.value())) {
                shown.add(value);
            }
        }
        return shown;
    }

    /// Whether there is a field to look for others.
    private boolean hasField() {
        return all && total > LONG;
    }

    /// What the reader ticked or unticked; never a value that is not in sight.
    void choose(String value, boolean on) {
        if (shown().stream().noneMatch(shown -> shown.value().equals(value))) {
            return;
        }
        Set<String> wanted = new LinkedHashSet<>(chosen);
        if (on) {
            wanted.add(value);
        } else {
            wanted.remove(value);
        }
        chosen = Set.copyOf(wanted);
        changed.accept(chosen);
    }

    void open() {
        if (!all) {
            all = true;
            opened.run();
        }
    }

    /// @param words of the names of what is to be shown; empty for all
    void seek(String words) {
        sought = words.strip().toLowerCase(Locale.ROOT);
    }

    /// The group as the browser draws it; without a name where there is nothing to choose from.
    ObjectNode json() {
        List<Value> shown = shown();
        String more = !all && shown.size() < total ? "Show all " + Words.number(total) : "";
        String hint = "";
        if (more.isEmpty() && shown.isEmpty()) {
            hint = "No such value";
        } else if (more.isEmpty() && shown.size() >= MOST) {
            hint = "Type to find others";
        }
        ArrayNode choices = JacksonUtils.createArrayNode();
        for (Value value : shown) {
            choices.addObject()
                    .put("value", value.value())
                    .put("label", value.label())
                    .put("count", Words.number(value.count()))
                    .put("chosen", chosen.contains(value.value()));
        }
        ObjectNode json = JacksonUtils.createObjectNode()
                .put("name", values.isEmpty() ? "" : name)
                .put("find", hasField())
                .put("more", more)
                .put("hint", hint);
        json.set("choices", choices);
        return json;
    }
}
