package dev.portico.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.portico.access.AccessNews;
import dev.portico.access.AccessNews.Topic;
import dev.portico.access.AccessRequest;
import dev.portico.access.AccessRequests;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.access.RequiresSignIn;
import dev.portico.access.Spaces;
import dev.portico.kernel.AskAddress;
import dev.portico.kernel.Reader;
import dev.portico.look.Card;
import dev.portico.look.LivePart;
import dev.portico.look.Note;
import dev.portico.look.Page;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private final Div main = new Div();
    private transient @Nullable MyRequests mine;

    MyAccessView(
            AccessRequests requests,
            Permissions permissions,
            Readers readers,
            Spaces spaces,
            MyRights rights,
            AccessNews news) {
        this.requests = requests;
        this.permissions = permissions;
        this.readers = readers;
        this.spaces = spaces;
        this.rights = rights;
        main.addClassName("cards");
        LivePart.of(this, changed -> news.watch(Set.of(Topic.POLICIES, Topic.REQUESTS), changed), this::renew);
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
        main.removeAll();
        main.add(rights.card(reader));
        Div side = new Div();
        side.addClassName("cards");
        if (reader.account() == null) {
            side.add(new Card("Ask for access").body(Text.second("Only an account can ask; you come without one.")));
        } else {
            MyRequests own = new MyRequests(requests, readers);
            mine = own;
            side.add(ask(asked, own, reader), own, elsewhere());
        }
        Div columns = new Div(main, side);
        columns.addClassNames("card-columns", "my-access");
        show(columns);
    }

    /// What others changed meanwhile; the form stays as it is filled in.
    private void renew() {
        main.removeAll();
        main.add(rights.card(readers.current()));
        if (mine != null) {
            mine.renew();
        }
    }

    private Card ask(QueryParameters asked, MyRequests own, Reader reader) {
        AskForm form =
                new AskForm(requests, readers, permissions.all(), spaces.list(reader), request -> sent(request, own));
        asked.getSingleParameter("ask")
                .flatMap(permissions::named)
                .ifPresent(missing -> form.fill(
                        missing,
                        asked.getSingleParameter("thing").orElse(null),
                        asked.getSingleParameter("space").orElse(null)));
        return new Card("Ask for access").body(form);
    }

    private static void sent(AccessRequest request, MyRequests own) {
        Note news = new Note(State.PASSED, "Your request waits for an answer.")
                .say("Whoever may grant " + request.words() + " was told. The bell tells you what they decide.");
        own.show(news);
        own.scrollIntoView();
    }

    private static Card elsewhere() {
        return new Card("What signs you in")
                .rows(
                        Row.item(new Anchor("profile", "Tokens")),
                        Row.item(new Anchor("profile", "Sessions")),
                        Row.item(new Anchor("profile", "Roles")));
    }
}
