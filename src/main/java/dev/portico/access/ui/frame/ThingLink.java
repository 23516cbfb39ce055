package dev.portico.access.ui.frame;

import com.vaadin.flow.component.Component;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import dev.portico.look.EntityLink;
import dev.portico.look.Text;

/// Names a thing that a right is about: an entity leads to its page, anything else is its id.
public final class ThingLink {

    private ThingLink() {}

    public static Component of(String id) {
        try {
            EntityRef ref = EntityRef.parse(id);
            return new EntityLink(ref, ref.shortName());
        } catch (Refusal.InvalidInput noEntity) {
            return Text.mono(id).styled("wrap-anywhere");
        }
    }
}
