package dev.portico.access.ui.policy;

import com.vaadin.flow.component.html.Anchor;
import dev.portico.look.Icon;
import dev.portico.look.Symbol;

/// A link that saves a policy as YAML.
final class PolicyFile extends Anchor {

    PolicyFile(int number) {
        super("api/portico/access/policies/" + number + "/yaml");
        getElement().setAttribute("download", "policy-" + number + ".yaml");
        setRouterIgnore(true);
        setAriaLabel("Export policy " + number + " as YAML");
        add(new Icon(Symbol.DOWNLOAD));
        add("YAML");
    }
}
