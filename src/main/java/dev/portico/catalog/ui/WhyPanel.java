package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.access.Decision;
import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.Optional;

/// Why the reader sees an entity, in sentences. Asked only when it is opened.
final class WhyPanel extends NativeDetails {

    WhyPanel(EntityRef ref, Catalog catalog, Readers readers) {
        super("Why do I see this?");
        addClassNames("card", "why");
        addToggleListener(toggle -> {
            if (toggle.isOpened()) {
                explain(ref, catalog, readers.current());
            }
        });
    }

    /// Shows the decision on the entity as it is made at this moment.
    void explain(EntityRef ref, Catalog catalog, Reader reader) {
        Optional<Decision> decision = catalog.why(ref, reader);
        UnorderedList reasons = new UnorderedList();
        decision.ifPresent(why -> why.explanation().stream().map(ListItem::new).forEach(reasons::add));
        String answer = decision.isPresent() ? "You may read " + ref + "." : "You may no longer read " + ref + ".";
        setContent(new Div(new Paragraph(answer), reasons));
    }
}
