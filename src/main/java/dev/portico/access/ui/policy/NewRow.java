package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;

/// Brings the keyboard to a row that a dialog has made. What opened the dialog was drawn anew meanwhile, so that the
/// dialog finds nothing to give the focus back to.
final class NewRow {

    static final String FOCUS = "setTimeout(() => this.isConnected && this.focus())";

    private NewRow() {}

    /// @param row what has the focus then, though nobody gets there with Tab
    static void focus(Component row) {
        Element element = row.getElement();
        element.setAttribute("tabindex", "-1");
        element.executeJs(FOCUS);
    }
}
