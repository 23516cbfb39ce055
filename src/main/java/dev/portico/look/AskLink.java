package dev.portico.look;

import com.vaadin.flow.component.html.Anchor;
import dev.portico.kernel.AskAddress;
import dev.portico.kernel.Refusal;

/// Leads from a refusal to the page where one asks for what was missing.
public final class AskLink extends Anchor {

    private static final String WORDS = "Ask for access";

    /// @param permission the permission that was missing
    public AskLink(String permission) {
        super(AskAddress.of(permission, null), WORDS);
    }

    /// The link for a refusal, with the thing that it was about.
    public AskLink(Refusal.Forbidden refusal) {
        super(AskAddress.of(refusal.permission(), refusal.thing()), WORDS);
    }

    /// The link as the one thing to do on a page.
    public AskLink primary() {
        addClassNames("button", "primary");
        addComponentAsFirst(new Icon(Symbol.KEY_ROUND));
        return this;
    }
}
