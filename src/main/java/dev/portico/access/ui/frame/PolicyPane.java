package dev.portico.access.ui.frame;

import com.vaadin.flow.component.html.Div;
import dev.portico.access.PolicyEffect;
import java.util.function.Supplier;

/// What stands below the difference of two policies. A bean of this type in the scope `prototype` is made for each
/// place; where there is none, nothing stands there.
public abstract class PolicyPane extends Div {

    /// Told which policies are compared.
    ///
    /// @param from the number of the one that counts, or that is taken as the former
    /// @param to   the number of the one that is to take its place
    public abstract void show(int from, int to);

    /// Told what comes of a change that is not a policy yet.
    ///
    /// @param effect works it out, or refuses
    public abstract void show(Supplier<PolicyEffect> effect);
}
