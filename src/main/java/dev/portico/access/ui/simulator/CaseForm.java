package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.data.provider.Query;
import dev.portico.access.Party;
import dev.portico.access.Permission;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who, may what, on what: three fields, each with what can be asked.
final class CaseForm extends Div {

    private final transient CaseAnswers answers;
    private final ComboBox<Party> who = new ComboBox<>();
    private final ComboBox<Permission> what = new ComboBox<>();
    private final ComboBox<String> thing = new ComboBox<>();
    private boolean filling;
    private String unknown = "";

    /// @param changed called whenever somebody makes the fields say something else
    CaseForm(CaseAnswers answers, Runnable changed) {
        this.answers = answers;
        addClassNames("sheet", "case-form");
        who.setPlaceholder("A person or a token");
        who.setItemLabelGenerator(Parties::label);
        who.setItems(query -> Parties.found(answers, query));
        what.setPlaceholder("A permission");
        what.addClassName("mono");
        what.setItems(answers.permissions());
        what.setItemLabelGenerator(Permission::name);
        what.setAllowCustomValue(true);
        what.addCustomValueSetListener(typed -> named(typed.getDetail().strip(), changed));
        thing.setClearButtonVisible(true);
        thing.setAllowCustomValue(true);
        thing.setItems(this::things);
        thing.addCustomValueSetListener(
                typed -> thing.setValue(typed.getDetail().strip()));
        what.addValueChangeListener(change -> about(change.getOldValue(), change.getValue()));
        who.addValueChangeListener(change -> tell(changed));
        what.addValueChangeListener(change -> tell(changed));
        thing.addValueChangeListener(change -> tell(changed));
        about(null, null);
        add(line("Who", who), line("May", what), line("On", thing));
    }

    /// Makes the fields say something, of which nobody is told.
    ///
    /// @param id of a thing; empty for none
    void fill(@Nullable Party party, @Nullable Permission permission, String id) {
        filling = true;
        unknown = "";
        who.setValue(party);
        what.setValue(permission);
        thing.setValue(id.isEmpty() ? null : id);
        filling = false;
    }

    /// What somebody typed that is no permission; empty where nobody did.
    String unknown() {
        return unknown;
    }

    /// What is asked; null while it is no question yet.
    @Nullable
    Asked asked() {
        @Nullable Party party = who.getValue();
        @Nullable Permission permission = what.getValue();
        return party == null || permission == null
                ? null
                : new Asked(party, permission, thing().isEmpty() ? null : thing());
    }

    /// What the fields say, in an address.
    CaseAddress in(CaseAddress address) {
        @Nullable Party party = who.getValue();
        @Nullable Permission permission = what.getValue();
        return address.asking(
                party == null ? "" : party.subject(), permission == null ? "" : permission.name(), thing());
    }

    /// Takes a permission that was typed. Of one that there is not, the answer to the former one is none.
    private void named(String typed, Runnable changed) {
        @Nullable
        Permission known = answers.permissions().stream()
                .filter(permission -> permission.name().equals(typed))
                .findFirst()
                .orElse(null);
        filling = true;
        what.setValue(known);
        filling = false;
        unknown = known == null ? typed : "";
        changed.run();
    }

    private void tell(Runnable changed) {
        if (!filling) {
            unknown = "";
            changed.run();
        }
    }

    private String thing() {
        return thing.isEnabled()
                ? Objects.requireNonNullElse(thing.getValue(), "").strip()
                : "";
    }

    /// A thing of another type is none that the permission could be asked about.
    private void about(@Nullable Permission before, @Nullable Permission now) {
        if (before != null && (now == null || !before.resourceType().equals(now.resourceType()))) {
            boolean quiet = filling;
            filling = true;
            thing.clear();
            filling = quiet;
        }
        boolean takes = now != null && answers.takesThing(now);
        thing.setEnabled(takes);
        thing.setPlaceholder(takes || now == null ? "Nothing in particular" : "This permission takes no thing");
    }

    private Stream<String> things(Query<String, String> query) {
        int offset = query.getOffset();
        int limit = query.getLimit();
        @Nullable Permission permission = what.getValue();
        return permission == null
                ? Stream.empty()
                : answers.things(permission, query.getFilter().orElse(""), Math.addExact(offset, limit)).stream()
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
