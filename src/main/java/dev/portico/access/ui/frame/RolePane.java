package dev.portico.access.ui.frame;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.portico.access.PolicySummary;
import org.jspecify.annotations.Nullable;

/// What stands to the right of a role. A bean of this type in the scope `prototype` is made for each page; where there
/// is none, nothing stands there.
///
/// No code of the page names the pane, so what panes are made of is named here, for the browser to have it.
@Uses(ComboBox.class)
@Uses(Details.class)
@Uses(ProgressBar.class)
public abstract class RolePane extends Aside {

    protected RolePane() {
        addClassName("role-pane");
    }

    /// Told when the page shows another role, and after each change of the draft.
    ///
    /// @param inForce the policy in force
    /// @param draft   the draft that is worked on, as it is by now; null where there is none
    /// @param role    the name of the role that is shown; null where none is
    public abstract void show(PolicySummary inForce, @Nullable PolicySummary draft, @Nullable String role);
}
