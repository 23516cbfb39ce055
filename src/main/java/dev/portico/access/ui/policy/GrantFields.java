package dev.portico.access.ui.policy;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.portico.access.Grant;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.look.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Whether a grant allows or denies, and which permissions: those that there are and the patterns that match them are
/// suggested, others can be typed.
final class GrantFields extends Div {

    private static final String ITEM =
            "<span class=\"suggestion\"><span class=\"mono\">${item.name}</span><span class=\"hint\">${item.says}</span></span>";

    private final transient Permissions permissions;
    private final Select<Grant.Effect> effect = new Select<>();
    private final ComboBox<String> pattern = new ComboBox<>();
    private final Text says = Text.second("");

    GrantFields(Permissions permissions, Grant.Effect present, String presentPattern, Runnable changed) {
        this.permissions = permissions;
        addClassName("grant-fields");
        effect.setItems(Grant.Effect.values());
        effect.setItemLabelGenerator(each -> each == Grant.Effect.ALLOW ? "Allow" : "Deny");
        effect.setAriaLabel("Allow or deny");
        effect.setValue(present);
        effect.addValueChangeListener(change -> changed.run());
        pattern.setAriaLabel("Permission");
        pattern.setPlaceholder("A permission, or a pattern such as catalog.*");
        pattern.setItems(suggestions(presentPattern));
        pattern.setRenderer(LitRenderer.<String>of(ITEM)
                .withProperty("name", name -> name)
                .withProperty("says", name -> PermissionWords.sentence(name, permissions)));
        pattern.setAllowCustomValue(true);
        pattern.setValue(presentPattern.isEmpty() ? null : presentPattern);
        pattern.addCustomValueSetListener(
                typed -> pattern.setValue(typed.getDetail().strip()));
        pattern.addValueChangeListener(change -> {
            look();
            changed.run();
        });
        Div line = new Div(effect, pattern);
        line.addClassName("row");
        add(line, says);
        look();
    }

    Grant.Effect effect() {
        return effect.getValue();
    }

    /// The permission or pattern; empty where none is named.
    String pattern() {
        return pattern.getValue() == null ? "" : pattern.getValue().strip();
    }

    private void look() {
        says.setText(pattern().isEmpty() ? "" : PermissionWords.sentence(pattern(), permissions));
    }

    private List<String> suggestions(String present) {
        List<String> all = new ArrayList<>();
        Set<String> patterns = new TreeSet<>();
        for (Permission permission : permissions.all()) {
            all.add(permission.name());
            int module = permission.name().indexOf('.');
            patterns.add(permission.name().substring(0, module) + ".*");
            patterns.add(permission.name().substring(0, permission.name().lastIndexOf('.')) + ".*");
        }
        all.addAll(patterns);
        all.add("*.*.read");
        all.add("*");
        if (!present.isEmpty() && !all.contains(present)) {
            all.addFirst(present);
        }
        return all;
    }
}
