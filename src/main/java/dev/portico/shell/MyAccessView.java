package dev.portico.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.portico.access.AccessRequest;
import dev.portico.access.AccessRequests;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.access.RequiresSignIn;
import dev.portico.access.Spaces;
import dev.portico.kernel.AskAddress;
import dev.portico.kernel.Reader;
import dev.portico.look.Card;
import dev.portico.look.Note;
import dev.portico.look.Page;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Text;

/// What the reader may do and why, what they have asked for, and the form to ask for more.
@Route(AskAddress.PAGE)
@PageTitle("My access · Portico")
@RequiresSignIn
final class MyAccessView extends Page implements BeforeEnterObserver {

    private final transient AccessRequests requests;
    private final transient Permissions permissions;
    private final transient Readers readers;
    private final transient Spaces spaces;
    private final transient MyRights rights;

    MyAccessView(AccessRequests requests, Permissions permissions, Readers readers, Spaces spaces, MyRights rights) {
        this.requests = requests;
        this.permissions = permissions;
        this.readers = readers;
        this.spaces = spaces;
        this.rights = rights;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getLocation().getQueryParameters());
    }

    private void show(QueryParameters asked) {
        Reader reader = readers.current();
        header().clear()
                .title("My access")
                .sub("What you may do and why, what you have asked for, and how to ask for more.");
        Div main = new Div(rights.card(reader));
        main.addClassName("cards");
        Div side = new Div();
        side.addClassName("cards");
        if (reader.account() == null) {
            side.add(new Card("Ask for access").body(Text.second("Only an account can ask; you come without one.")));
        } else {
            MyRequests mine = new MyRequests(requests, readers);
            side.add(ask(asked, mine, reader), mine, elsewhere());
        }
        Div columns = new Div(main, side);
        columns.addClassNames("card-columns", "my-access");
        show(columns);
    }

    private Card ask(QueryParameters asked, MyRequests mine, Reader reader) {
        AskForm form =
                new AskForm(requests, readers, permissions.all(), spaces.list(reader), request -> sent(request, mine));
        asked.getSingleParameter("ask")
                .flatMap(permissions::named)
                .ifPresent(missing ->
                        form.fill(missing, asked.getSingleParameter("thing").orElse(null)));
        return new Card("Ask for access").body(form);
    }

    private void sent(AccessRequest request, MyRequests mine) {
        Note news = new Note(State.PASSED, "Your request waits for an answer.")
                .say("Whoever may grant " + request.words() + " was told. The bell tells you what they decide.");
        mine.show(news);
        mine.scrollIntoView();
    }

    private static Card elsewhere() {
        return new Card("What signs you in")
                .rows(
                        Row.item(new Anchor("profile", "Tokens")),
                        Row.item(new Anchor("profile", "Sessions")),
                        Row.item(new Anchor("profile", "Roles")));
    }
}
