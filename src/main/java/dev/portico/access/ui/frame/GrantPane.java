package dev.portico.access.ui.frame;

import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/// What stands below the condition of a grant while it is edited. A bean of this type in the scope `prototype` is made
/// for each grant that is opened; where there is none, nothing stands there.
public abstract class GrantPane extends Div {

    /// Told what the grant is about when it is opened, and after each change that was kept.
    ///
    /// @param draft   the number of the draft that it stands in; null where it is the policy in force
    /// @param pattern the permission or pattern
    public abstract void show(@Nullable Integer draft, String pattern);
}
