package dev.portico.access.ui.condition;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.access.Rule;
import dev.portico.access.things.ThingValues.Property;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The boxes of one rule, and the rule that they make together.
final class RuleFields {

    private final RuleKind kind;
    private final Suggestions suggestions;
    private final Runnable changed;
    private final TextField name = new TextField();
    private final ComboBox<String> one = new ComboBox<>();
    private final MultiSelectComboBox<String> several = new MultiSelectComboBox<>();
    private final List<Component> parts = new ArrayList<>();

    RuleFields(RuleKind kind, @Nullable Rule present, Suggestions suggestions, Runnable changed) {
        this.kind = kind;
        this.suggestions = suggestions;
        this.changed = changed;
        switch (kind) {
            case OWNER_IS_MINE -> {}
            case KIND_IN -> several(Property.KIND, present instanceof Rule.KindIn rule ? rule.kinds() : Set.of());
            case TYPE_IN -> several(Property.TYPE, present instanceof Rule.TypeIn rule ? rule.types() : Set.of());
            case LIFECYCLE_IN ->
                several(Property.LIFECYCLE, present instanceof Rule.LifecycleIn rule ? rule.lifecycles() : Set.of());
            case NAMESPACE_IN ->
                several(Property.NAMESPACE, present instanceof Rule.NamespaceIn rule ? rule.namespaces() : Set.of());
            case ENTITY_IS -> entities(present instanceof Rule.EntityIs rule ? rule.ids() : Set.of());
            case TAG_HAS ->
                one("Tag", suggestions.values(Property.TAG), present instanceof Rule.TagHas rule ? rule.tag() : "");
            case SPACE_IS ->
                one("Space", suggestions.spaces(), present instanceof Rule.SpaceIs rule ? rule.space() : "");
            case LABEL_HAS ->
                named(
                        "Label",
                        present instanceof Rule.LabelHas rule ? rule.label() : "",
                        present instanceof Rule.LabelHas rule ? rule.values() : Set.of());
            case ANNOTATION_HAS ->
                named(
                        "Annotation",
                        present instanceof Rule.AnnotationHas rule ? rule.annotation() : "",
                        present instanceof Rule.AnnotationHas rule ? rule.values() : Set.of());
            case SPEC_EQUALS -> {
                name("Field", "runtime.language", present instanceof Rule.SpecEquals rule ? rule.field() : "");
                parts.add(new Span("equals"));
                one("Value", List.of(), present instanceof Rule.SpecEquals rule ? rule.value() : "");
            }
        }
    }

    List<Component> parts() {
        return List.copyOf(parts);
    }

    /// The rule; empty where something is not named yet.
    Optional<Rule> rule() {
        Set<String> values = Set.copyOf(several.getValue());
        String key = name.getValue().strip();
        String single = one.getValue() == null ? "" : one.getValue().strip();
        return switch (kind) {
            case OWNER_IS_MINE -> Optional.of(new Rule.OwnerIsMine());
            case KIND_IN -> of(values, Rule.KindIn::new);
            case TYPE_IN -> of(values, Rule.TypeIn::new);
            case LIFECYCLE_IN -> of(values, Rule.LifecycleIn::new);
            case NAMESPACE_IN -> of(values, Rule.NamespaceIn::new);
            case ENTITY_IS -> of(values, Rule.EntityIs::new);
            case TAG_HAS -> named(single).map(Rule.TagHas::new);
            case SPACE_IS -> named(single).map(Rule.SpaceIs::new);
            case LABEL_HAS -> named(key).map(label -> new Rule.LabelHas(label, values));
            case ANNOTATION_HAS -> named(key).map(annotation -> new Rule.AnnotationHas(annotation, values));
            case SPEC_EQUALS ->
                named(key).flatMap(field -> named(single).map(value -> new Rule.SpecEquals(field, value)));
        };
    }

    private static Optional<Rule> of(Set<String> values, Function<Set<String>, Rule> rule) {
        return values.isEmpty() ? Optional.empty() : Optional.of(rule.apply(values));
    }

    private static Optional<String> named(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private void several(Property property, Set<String> present) {
        Set<String> all = new LinkedHashSet<>(suggestions.values(property));
        all.removeIf(value -> present.stream().anyMatch(value::equalsIgnoreCase));
        all.addAll(new TreeSet<>(present));
        values(kind.words(), all, present);
    }

    private void entities(Set<String> present) {
        several.setItems(
                query -> suggestions.refs("", query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        several.setAriaLabel(kind.words());
        several.setValue(new TreeSet<>(present));
        several.setAllowCustomValue(true);
        several.addCustomValueSetListener(
                typed -> several.select(typed.getDetail().strip()));
        several.addValueChangeListener(change -> changed.run());
        parts.add(several);
    }

    private void named(String what, String present, Set<String> values) {
        name(what, what.equals("Label") ? "example.com/tier" : "example.com/team", present);
        parts.add(new Span("is"));
        values("Values of the " + what.toLowerCase(java.util.Locale.ROOT), values, values);
        several.setPlaceholder("any value");
    }

    private void values(String label, Set<String> all, Set<String> present) {
        several.setAutoExpand(MultiSelectComboBox.AutoExpandMode.BOTH);
        several.setItems(new ArrayList<>(all));
        several.setAriaLabel(label);
        several.setValue(new TreeSet<>(present));
        several.setAllowCustomValue(true);
        several.addCustomValueSetListener(typed -> {
            String value = typed.getDetail().strip();
            if (!value.isEmpty()) {
                several.getListDataView().addItem(value);
                several.select(value);
            }
        });
        several.addValueChangeListener(change -> changed.run());
        parts.add(several);
    }

    private void one(String label, List<String> all, String present) {
        Set<String> items = new LinkedHashSet<>(all);
        if (!present.isEmpty()) {
            items.add(present);
        }
        one.setItems(new ArrayList<>(items));
        one.setAriaLabel(label);
        one.setAllowCustomValue(true);
        one.setValue(present.isEmpty() ? null : present);
        one.addCustomValueSetListener(typed -> one.setValue(typed.getDetail().strip()));
        one.addValueChangeListener(change -> changed.run());
        parts.add(one);
    }

    private void name(String label, String example, String present) {
        name.setAriaLabel(label);
        name.setPlaceholder(example);
        name.setValue(present);
        name.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        name.addValueChangeListener(change -> changed.run());
        parts.add(name);
    }
}
