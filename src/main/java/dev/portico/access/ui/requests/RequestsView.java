package dev.portico.access.ui.requests;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.AccessNews;
import dev.portico.access.AccessNews.Topic;
import dev.portico.access.AccessRequest;
import dev.portico.access.AccessRequests;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.access.ui.frame.AccessTabs;
import dev.portico.kernel.Refusal;
import dev.portico.look.EmptyState;
import dev.portico.look.Icon;
import dev.portico.look.LivePart;
import dev.portico.look.Page;
import dev.portico.look.SegmentLinks;
import dev.portico.look.Symbol;
import dev.portico.look.Toolbar;
import dev.portico.look.Words;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The requests that the reader may see: what waits first, what was answered on demand, one of them whole beside the
/// list; all of it in the address.
@Route(RequestFilter.PATH)
@PageTitle("Requests · Portico")
@RequiresPermission("access.policy.read")
final class RequestsView extends Page implements BeforeEnterObserver {

    private static final int MOST = AccessRequests.LONGEST_LIST;

    private final transient AccessRequests requests;
    private final transient Readers readers;
    private final transient AccessTabs tabs;
    private final transient RequestDetail detail;
    private final TextField who = new TextField();
    private final Div list = new Div();
    private transient RequestFilter filter = new RequestFilter(RequestFilter.Which.WAITING, "", "");
    private transient List<AccessRequest> found = List.of();
    private transient @Nullable AccessRequest whole;

    RequestsView(AccessRequests requests, Readers readers, Permissions permissions, AccessTabs tabs, AccessNews news) {
        this.requests = requests;
        this.tabs = tabs;
        this.readers = readers;
        this.detail = new RequestDetail(requests, permissions, readers);
        who.setPlaceholder("Who asks");
        who.setAriaLabel("Who asks");
        who.setPrefixComponent(new Icon(Symbol.SEARCH));
        who.setClearButtonVisible(true);
        who.setValueChangeMode(ValueChangeMode.LAZY);
        who.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(filter.with(change.getValue()));
            }
        });
        LivePart.of(this, changed -> news.watch(Set.of(Topic.REQUESTS), changed), this::follow);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = RequestFilter.of(event.getLocation().getQueryParameters());
        who.setValue(filter.who());
        renew();
    }

    private void go(RequestFilter asked) {
        getUI().ifPresent(ui -> ui.navigate(RequestFilter.PATH, asked.parameters()));
    }

    /// What others asked and answered meanwhile. An answer that is being written stays as it is while its request does.
    private void follow() {
        try {
            if (!Objects.equals(whole, one())) {
                renew();
            } else if (!found.equals(listed())) {
                head();
                rows();
            }
        } catch (Refusal.NotFound | Refusal.Forbidden lost) {
            go(filter.closed());
        }
    }

    private void renew() {
        head();
        SegmentLinks which = new SegmentLinks("Which");
        for (RequestFilter.Which one : RequestFilter.Which.values()) {
            which.form(one.words(), filter.with(one).address(), one == filter.which());
        }
        Toolbar toolbar = new Toolbar(which, who);
        toolbar.addClassName("flush");
        rows();
        Div columns = new Div(list);
        columns.addClassName("requests");
        AccessRequest asked = one();
        whole = asked;
        if (asked != null) {
            columns.add(detail.card(asked, filter.closed().address(), this::renew));
            columns.addClassName("with-detail");
        }
        show(toolbar, columns);
    }

    private void head() {
        long waiting = requests.waiting(readers.current());
        header().clear()
                .title("Access")
                .count(waiting == 0 ? "No request waits" : Words.count(waiting, "request waits", "requests wait"))
                .tabs(tabs.bar(AccessTab.REQUESTS));
    }

    private List<AccessRequest> listed() {
        return requests.list(readers.current(), filter.which().states(), filter.who(), null, MOST);
    }

    private @Nullable AccessRequest one() {
        return filter.shown().map(id -> requests.request(readers.current(), id)).orElse(null);
    }

    private void rows() {
        found = listed();
        list.removeAll();
        list.add(found.isEmpty() ? none() : table());
    }

    private Component table() {
        Instant now = Instant.now();
        UnorderedList rows = new UnorderedList();
        rows.addClassNames("card", "request-rows");
        found.forEach(request -> rows.add(new RequestRow(
                request,
                filter.showing(request.id()).address(),
                request.id().toString().equals(filter.request()),
                now)));
        return rows;
    }

    private EmptyState none() {
        if (!filter.who().isEmpty()) {
            return new EmptyState("Nothing fits", "Nobody whose name has “" + filter.who() + "” in it asks for this.")
                    .actions(new Anchor(filter.with("").address(), "Clear the filter"));
        }
        return filter.which() == RequestFilter.Which.WAITING
                ? new EmptyState(
                                "Nothing waits",
                                "Whoever is refused something may ask for it. What you may grant appears here, and the bell"
                                        + " tells you.")
                        .actions(new Anchor(
                                filter.with(RequestFilter.Which.ANSWERED).address(), "Show what was answered"))
                : new EmptyState("No requests", "Nobody has asked for anything yet.");
    }
}
