package dev.portico.access.ui.spaces;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.access.Space;
import dev.portico.access.SpaceEdit;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.access.ui.frame.Tried;
import dev.portico.kernel.EntityRef;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Asks for what a space is called, what it is for, and which groups it consists of.
final class SpaceDialog {

    private final SpaceParts parts;
    private final TextField name = new TextField("Name");
    private final TextField title = new TextField("Title");
    private final TextArea description = new TextArea("What it is for");
    private final MultiSelectComboBox<String> groups = new MultiSelectComboBox<>("Groups");

    SpaceDialog(SpaceParts parts) {
        this.parts = parts;
        name.setHelperText("What rights, tokens and addresses call it. It stays.");
        name.setPlaceholder("payments");
        name.setMaxLength(63);
        title.setHelperText("What people call it.");
        description.setMinRows(2);
        groups.setHelperText("What they and the groups below them own belongs to the space.");
        groups.setPlaceholder("group:default/payments");
        groups.setItems(query ->
                parts.suggestions().refs("group", query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        groups.setAllowCustomValue(true);
        groups.addCustomValueSetListener(typed -> {
            Set<String> more = new LinkedHashSet<>(groups.getValue());
            more.add(typed.getDetail().strip());
            groups.setValue(more);
        });
    }

    /// @param made told of the space
    void create(Consumer<Space> made) {
        new FormDialog(
                        "New space",
                        "Make the space",
                        () -> Tried.of(() -> made.accept(parts.spaces()
                                .create(
                                        parts.reader(),
                                        name.getValue().strip(),
                                        title.getValue().isBlank()
                                                ? name.getValue().strip()
                                                : title.getValue(),
                                        description.getValue(),
                                        chosen()))))
                .with(name, title, description, groups)
                .open();
    }

    /// @param changed told when it was changed
    void change(Space space, Runnable changed) {
        title.setValue(space.title());
        description.setValue(space.description());
        groups.setValue(
                space.groups().stream().map(EntityRef::toString).collect(Collectors.toCollection(TreeSet::new)));
        boolean mayGroups = parts.spaces().mayCreate(parts.reader());
        groups.setReadOnly(!mayGroups);
        if (!mayGroups) {
            groups.setHelperText("Other groups mean other rights: only whoever may make spaces changes them.");
        }
        new FormDialog(
                        "Change " + space.title(),
                        "Save",
                        () -> Tried.of(() -> {
                            Set<EntityRef> wanted = chosen();
                            parts.spaces()
                                    .change(
                                            parts.reader(),
                                            space.name(),
                                            space.version(),
                                            new SpaceEdit(
                                                    title.getValue(),
                                                    description.getValue(),
                                                    wanted.equals(space.groups()) ? null : wanted,
                                                    null));
                            changed.run();
                        }))
                .with(title, description, groups)
                .open();
    }

    private Set<EntityRef> chosen() {
        return groups.getValue().stream().map(EntityRef::parse).collect(Collectors.toSet());
    }
}
