package dev.portico.access.ui.condition;

import com.vaadin.flow.component.html.ListItem;
import dev.portico.access.Condition;
import java.util.Optional;

/// A part of the tree that is edited: a rule, or a group of parts.
abstract class ConditionPart extends ListItem {

    /// What the part says; empty where something in it is not named yet.
    abstract Optional<Condition> condition();

    /// Moves the keyboard to the first thing to fill in.
    abstract void enter();
}
