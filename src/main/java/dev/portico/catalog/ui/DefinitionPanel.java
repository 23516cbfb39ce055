package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.Entity;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.definition.Definition;
import dev.portico.catalog.definition.Definitions;
import dev.portico.catalog.definition.Item;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import dev.portico.look.AsyncPanel;
import dev.portico.look.Card;
import dev.portico.look.CodeBlock;
import dev.portico.look.EmptyState;
import dev.portico.look.Facts;
import dev.portico.look.Note;
import dev.portico.look.SegmentLinks;
import dev.portico.look.Skeleton;
import dev.portico.look.State;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an API offers, read out of its definition, or the definition as it is written.
final class DefinitionPanel extends Div {

    private static final String RAW = "raw";
    private static final int MOST_SERVERS = 8;

    private final transient EntitySummary summary;
    private final transient Catalog catalog;
    private final transient Readers readers;
    private final String text;
    private final String opened;

    /// What came of reading the definition: either of the two.
    private record Reading(@Nullable Definition definition, String problem) {}

    DefinitionPanel(Entity entity, EntityDocument document, QueryParameters asked, Catalog catalog, Readers readers) {
        this.summary = entity.summary();
        this.catalog = catalog;
        this.readers = readers;
        this.text = document.definition();
        this.opened = asked.getSingleParameter("at").orElse("");
        addClassNames("cards", "definition");
        if (text.isBlank()) {
            add(new EmptyState("No definition", "The descriptor of this API holds no text in spec.definition."));
            return;
        }
        boolean raw = asked.getSingleParameter("form").filter(RAW::equals).isPresent();
        String address = EntityTab.API.address(summary.ref());
        add(new SegmentLinks("How the definition is shown")
                .form("Readable", address, !raw)
                .form("As written", address + "?form=" + RAW, raw));
        add(raw ? written() : new AsyncPanel<>(() -> Skeleton.rows(6), this::read, this::shown));
    }

    private CodeBlock written() {
        return new CodeBlock("Definition of " + summary.label() + ", as written", text).addressed();
    }

    private Reading read() {
        try {
            return new Reading(Definitions.read(summary.type(), text), "");
        } catch (Refusal.InvalidInput refusal) {
            return new Reading(null, refusal.reason());
        }
    }

    private Component shown(Reading reading) {
        Div parts = new Div();
        parts.addClassName("cards");
        Definition definition = reading.definition();
        if (definition == null) {
            parts.add(new Note(State.WARNING, "The definition is shown as it is written.").say(reading.problem()));
            parts.add(written());
            return parts;
        }
        parts.add(about(definition));
        String address = EntityTab.API.address(summary.ref());
        parts.add(new DefinitionItems(definition, address, opened, id -> again(summary.ref(), id)));
        return parts;
    }

    /// An item read anew: a session does not hold whole definitions, and rights are asked at each step.
    private Optional<Item> again(EntityRef ref, String id) {
        return catalog.entity(ref, readers.current())
                .map(entity -> new EntityDocument(entity.json()).definition())
                .flatMap(now -> Definitions.read(summary.type(), now).item(id));
    }

    private static Card about(Definition definition) {
        Facts facts = new Facts().fact("Title", definition.title()).fact("Version", definition.version());
        if (!definition.servers().isEmpty()) {
            facts.fact(
                    "Servers",
                    definition.servers().stream()
                            .limit(MOST_SERVERS)
                            .map(Text::mono)
                            .toArray(Text[]::new));
        }
        Card card = new Card(definition.format()).count(Words.count(definition.size(), "item", "items"));
        if (!definition.description().isBlank()) {
            Paragraph description = new Paragraph(definition.description().strip());
            description.addClassName("whole");
            card.body(description);
        }
        return card.body(facts);
    }
}
