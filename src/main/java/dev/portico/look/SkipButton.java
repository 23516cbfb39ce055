package dev.portico.look;

import com.vaadin.flow.component.html.NativeButton;

/// Shown when the keyboard comes to it alone: moves the focus past what stands in between (`shell.js`). A button, since
/// a link to a fragment leads to the page that the base address names.
public final class SkipButton extends NativeButton {

    /// @param what     what it says, such as `Skip to the content`
    /// @param selector of the element that gets the focus
    public SkipButton(String what, String selector) {
        super(what);
        addClassName("skip");
        getElement().setAttribute("data-to", selector);
    }
}
