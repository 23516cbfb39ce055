package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.data.provider.Query;
import dev.portico.access.Party;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.access.Simulator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who, may what, on what: three fields, each with what can be asked.
final class CaseForm extends Div {

    private final transient Simulator simulator;
    private final transient Readers readers;
    private final ComboBox<Party> who = new ComboBox<>();
    private final ComboBox<Permission> what = new ComboBox<>();
    private final ComboBox<String> thing = new ComboBox<>();

    /// Is told what the fields say.
    interface Listener {

        /// @param asked null while it is no question yet
        void asked(@Nullable Asked asked);
    }

    /// @param listener called whenever the fields say something else
    CaseForm(Simulator simulator, Permissions permissions, Readers readers, Listener listener) {
        this.simulator = simulator;
        this.readers = readers;
        addClassNames("sheet", "case-form");
        who.setPlaceholder("A person or a token");
        who.setItemLabelGenerator(Parties::label);
        who.setItems(query -> Parties.found(simulator, readers, query));
        what.setPlaceholder("A permission");
        what.addClassName("mono");
        what.setItems(permissions.all());
        what.setItemLabelGenerator(Permission::name);
        thing.setPlaceholder("Nothing in particular");
        thing.setClearButtonVisible(true);
        thing.setAllowCustomValue(true);
        thing.setItems(query -> things(query));
        thing.addCustomValueSetListener(
                typed -> thing.setValue(typed.getDetail().strip()));
        what.addValueChangeListener(change -> about(change.getOldValue(), change.getValue()));
        who.addValueChangeListener(change -> listener.asked(asked()));
        what.addValueChangeListener(change -> listener.asked(asked()));
        thing.addValueChangeListener(change -> listener.asked(asked()));
        add(line("Who", who), line("May", what), line("On", thing));
    }

    /// A thing of another type is none that the permission could be asked about.
    private void about(@Nullable Permission before, @Nullable Permission now) {
        if (before != null && (now == null || !before.resourceType().equals(now.resourceType()))) {
            thing.clear();
        }
        thing.setEnabled(aboutThings());
    }

    private @Nullable Asked asked() {
        @Nullable Party party = who.getValue();
        @Nullable Permission permission = what.getValue();
        if (party == null || permission == null) {
            return null;
        }
        @Nullable String id = thing.getValue();
        boolean none = id == null || id.isBlank() || !aboutThings();
        return new Asked(party, permission, none ? null : id);
    }

    private boolean aboutThings() {
        @Nullable Permission permission = what.getValue();
        return permission != null && !permission.resourceType().isEmpty();
    }

    private Stream<String> things(Query<String, String> query) {
        int offset = query.getOffset();
        int limit = query.getLimit();
        @Nullable Permission permission = what.getValue();
        return permission == null
                ? Stream.empty()
                : simulator
                        .things(
                                readers.current(),
                                permission.name(),
                                query.getFilter().orElse(""),
                                Math.addExact(offset, limit))
                        .stream()
                        .skip(offset);
    }

    private static Component line(String word, ComboBox<?> field) {
        NativeLabel label = new NativeLabel(word);
        field.setAriaLabel(word);
        field.addClassName("grow");
        Div line = new Div(label, field);
        line.addClassName("case-line");
        return line;
    }
}
