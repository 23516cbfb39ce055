package dev.portico.access.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Person;
import dev.portico.look.Card;
import dev.portico.look.Note;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.stream.Collectors;

/// The roles that somebody holds, each with all the ways in which they come by it.
final class PersonRoles {

    private PersonRoles() {}

    static Card card(Person person) {
        Card card = new Card("Roles").count(Words.number(person.roles().size()));
        if (person.roles().isEmpty()) {
            return card.body(new Note(State.WARNING, "This account holds no role, so it may do nothing."));
        }
        return card.rows(person.roles().stream().map(PersonRoles::row).toArray(Component[]::new));
    }

    private static Row row(HeldRole held) {
        Anchor name = new Anchor("access?role=" + held.role(), held.role());
        name.addClassName("strong");
        String ways = held.holdings().stream().map(PersonWords::way).collect(Collectors.joining("; "));
        Div words =
                new Div(name, Text.second(held.known() ? Words.capital(ways) : "The policy in force has no such role"));
        words.addClassNames("col", "tight", "grow");
        return Row.item(words).styled("top");
    }
}
