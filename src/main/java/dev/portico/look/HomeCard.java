package dev.portico.look;

import dev.portico.kernel.Reader;
import java.util.Set;
import java.util.function.Consumer;

/// A card that people can have on their home page. Each bean of this type is offered, so a card appears by existing.
public interface HomeCard {

    /// The name that layouts keep it under, such as `starred`. Never changes.
    String id();

    /// What stands above it.
    String title();

    /// What it shows, as a sentence, for people who choose among cards.
    String about();

    /// Where it stands for whoever has not moved it.
    Place place();

    /// Whether the reader can have it at all. Costs no input or output.
    default boolean offered(Reader reader) {
        return true;
    }

    /// The topics of the change feed whose changes it shows; it is read again when one of them has any.
    default Set<String> follows() {
        return Set.of();
    }

    /// Reads what the card shows, under the rights of the reader. Called on a thread of its own, so it must not ask
    /// who is signed in; what it throws is shown in the card's place.
    ///
    /// @return fills the card; called on the UI's thread
    Consumer<Card> read(Reader reader);

    /// A column of the home page.
    enum Place {
        /// The wide one.
        MAIN,
        /// The narrow one.
        SIDE
    }
}
