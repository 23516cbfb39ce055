package dev.portico.access.ui.frame;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.PolicySummary;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands to the right of a role. A bean of this type in the scope `prototype` is made for each page; where there
/// is none, nothing stands there.
///
/// No code of the page names the pane, so what panes are made of is named here, for the browser to have it.
@Uses(ComboBox.class)
@Uses(Details.class)
@Uses(ProgressBar.class)
public abstract class RolePane extends Aside {

    private transient Runnable told = () -> {};

    protected RolePane() {
        addClassName("role-pane");
    }

    /// Shows what the page's address asks for of this pane. Called before [#show], and again where the address is
    /// another.
    public abstract void ask(QueryParameters asked);

    /// What of this pane stands in the page's address, by the names of the parameters.
    public abstract Map<String, String> chosen();

    /// @param told called whenever that is something else because its reader chose so
    public final void onChosen(Runnable told) {
        this.told = told;
    }

    /// Says that its reader chose something else.
    protected final void chosenAnew() {
        told.run();
    }

    /// Told when the page shows another role, and after each change of the draft.
    ///
    /// @param inForce the policy in force
    /// @param other   the draft or old policy that is shown, as it is by now; null for the one in force
    /// @param role    the name of the role that is shown; null where none is
    public abstract void show(PolicySummary inForce, @Nullable PolicySummary other, @Nullable String role);
}
