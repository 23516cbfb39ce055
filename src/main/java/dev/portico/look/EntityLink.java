package dev.portico.look;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import dev.portico.kernel.EntityRef;
import java.util.Optional;

/// A link to an entity's page.
public final class EntityLink extends Anchor {

    /// A link in the accent colour, with words of its own.
    public EntityLink(EntityRef ref, String label) {
        super(address(ref));
        addClassName("entity-link");
        getElement().setAttribute("title", ref.toString());
        add(new Span(label));
    }

    /// A link with the sign of the entity's kind before its words.
    public EntityLink(EntityRef ref, String label, Symbol sign) {
        this(ref, label);
        addComponentAsFirst(new Icon(sign));
    }

    /// A link in ink, for lists in which every row is one.
    public EntityLink ink() {
        addClassName("ink");
        return this;
    }

    /// A name that leads nowhere, because the catalog holds no such entity or the reader may not read it.
    public static Span missing(EntityRef ref) {
        Span name = new Span(new Icon(Symbol.CIRCLE_DASHED), new Span(ref.shortName()));
        name.addClassNames("entity-link", "missing");
        name.getElement().setAttribute("title", ref + " is not in the catalog");
        return name;
    }

    /// The address of an entity's page, relative to the portal's root.
    public static String address(EntityRef ref) {
        return "catalog/" + ref.namespace() + '/' + ref.kind() + '/' + ref.name();
    }

    /// The entity whose page, or a part of it, has this address; empty for any other address.
    public static Optional<EntityRef> ref(String address) {
        String[] parts = address.split("/", 6);
        boolean entity = (parts.length == 4 || parts.length == 5) && parts[0].equals("catalog");
        for (int at = 1; entity && at < 4; at++) {
            entity = !parts[at].isEmpty();
        }
        return entity ? Optional.of(new EntityRef(parts[2], parts[1], parts[3])) : Optional.empty();
    }
}
