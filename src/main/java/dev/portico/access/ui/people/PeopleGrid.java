package dev.portico.access.ui.people;

import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import dev.portico.access.People;
import dev.portico.access.PeopleQuery;
import dev.portico.access.Person;
import dev.portico.access.Readers;
import dev.portico.access.ui.frame.RowsGrid;
import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.List;

/// People as a list, read as it scrolls. A row leads to a page of its own.
final class PeopleGrid extends RowsGrid<Person> {

    private static final String WHO = """
            <span class="person-cell"><a class="name clip" href="${item.address}">${item.name}</a
            ><span class="second clip">${item.account}</span></span>""";
    private static final String ROLES = """
            <span class="tags" title="${item.all}">${item.given.map(role => html`<span class="badge">${role}</span>`)}${
              item.more ? html`<span class="hint">${item.more}</span>` : ''}</span>""";
    private static final String STATE = """
            <span class="state ${item.state}"><svg class="i"><use href="${item.sign}"></use></svg
            ><span>${item.words}</span></span>""";

    private final CallbackDataProvider<Person, Void> rows;
    private transient PeopleQuery query = PeopleQuery.ALL;
    private int matching;

    PeopleGrid(People people, Readers readers) {
        super("People");
        addClassName("people-rows");
        setSelectionMode(SelectionMode.NONE);
        column("Person", who(), "220px").setFlexGrow(2);
        wideColumn("Sign-in", words(PersonWords::signIn), "120px").setFlexGrow(0);
        wideColumn("Groups", words(PersonWords::groups), "180px").setFlexGrow(2);
        wideColumn("Roles", roles(), "180px").setFlexGrow(2);
        wideColumn("Last seen", words(PersonWords::seen), "110px").setFlexGrow(0);
        column("State", state(), "116px").setFlexGrow(0);
        rows = new CallbackDataProvider<>(
                asked -> part(people, readers.current(), asked.getOffset(), asked.getLimit()).stream(),
                asked -> matching,
                person -> person.account().id());
        setItems(rows);
    }

    /// @param count how many the query means
    void show(PeopleQuery asked, int count) {
        query = asked;
        matching = count;
        rows.refreshAll();
    }

    /// High windows ask for more rows than are given at once.
    private List<Person> part(People people, Reader reader, int offset, int limit) {
        List<Person> found = new ArrayList<>();
        int wanted = Math.min(limit, People.LONGEST_LIST);
        while (wanted > 0) {
            List<Person> next = people.find(reader, query, offset + found.size(), wanted);
            found.addAll(next);
            wanted = next.isEmpty() ? 0 : Math.min(limit - found.size(), People.LONGEST_LIST);
        }
        return found;
    }

    private static Renderer<Person> who() {
        return LitRenderer.<Person>of(WHO)
                .withProperty("address", person -> PersonWords.address(person.account()))
                .withProperty("name", person -> person.account().displayName())
                .withProperty("account", PersonWords::second);
    }

    private static Renderer<Person> roles() {
        return LitRenderer.<Person>of(ROLES)
                .withProperty("given", person -> PersonWords.roles(person).stream()
                        .limit(PersonWords.FEW)
                        .toList())
                .withProperty(
                        "more",
                        person -> PersonWords.more(PersonWords.roles(person).size()))
                .withProperty("all", person -> String.join(", ", PersonWords.roles(person)));
    }

    private static Renderer<Person> state() {
        return LitRenderer.<Person>of(STATE)
                .withProperty("state", person -> PersonWords.state(person).className())
                .withProperty(
                        "sign", person -> PersonWords.state(person).symbol().address())
                .withProperty("words", person -> person.account().enabled() ? "Enabled" : "Disabled");
    }
}
