package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.Revision;
import dev.portico.catalog.RevisionPage;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.Card;
import dev.portico.look.EmptyState;
import dev.portico.look.FieldDifference;
import dev.portico.look.RelativeTime;
import dev.portico.look.Row;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the entity said and when: its revisions, newest first, and beside them what the chosen one changed.
final class HistoryPanel extends Div {

    private static final int PAGE = 20;
    private static final int MOST_NAMES = 3;

    private final transient EntityRef ref;
    private final transient List<Revision> shown;
    private final int first;
    private final long total;
    private final int chosen;

    HistoryPanel(EntityRef ref, QueryParameters asked, Catalog catalog, Reader reader) {
        this.ref = ref;
        this.first = (number(asked, "page", 1) - 1) * PAGE;
        // One more than is shown, since each is compared with the one before it.
        RevisionPage page = catalog.history(ref, first, PAGE + 1, reader);
        this.total = page.total();
        this.shown = page.items();
        int count = Math.min(PAGE, shown.size());
        this.chosen = Math.min(Math.max(1, number(asked, "revision", 1)), Math.max(1, count)) - 1;
        addClassName("history");
        if (shown.isEmpty()) {
            add(new EmptyState("Nothing here", "This page of the history holds no revision.")
                    .actions(Actions.link("Show the newest", EntityTab.HISTORY.address(ref))));
            return;
        }
        add(list(count), new RevisionCard(shown.get(chosen), before(chosen), asked, address(chosen)));
    }

    private static int number(QueryParameters asked, String name, int otherwise) {
        String text = asked.getSingleParameter(name).orElse("");
        boolean number = !text.isEmpty() && text.length() < 7 && text.chars().allMatch(Character::isDigit);
        return number ? Math.max(1, Integer.parseInt(text)) : otherwise;
    }

    private String address(int at) {
        return EntityTab.HISTORY.address(ref) + "?page=" + (first / PAGE + 1) + "&revision=" + (at + 1);
    }

    private @Nullable Revision before(int at) {
        return at + 1 < shown.size() ? shown.get(at + 1) : null;
    }

    private Card list(int count) {
        Card card = new Card("Revisions").count(Words.number(total));
        List<Component> rows = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            rows.add(row(at));
        }
        card.rows(rows.toArray(Component[]::new));
        if (total > PAGE) {
            card.rows(pager(count));
        }
        return card;
    }

    private Component row(int at) {
        Revision revision = shown.get(at);
        Anchor link = new Anchor(address(at));
        link.addClassNames("li", "revision");
        if (at == chosen) {
            link.getElement().setAttribute("aria-current", "true");
        }
        Div words = new Div(new Span(what(at)), Text.hint(who(revision)).styled("small"));
        words.addClassNames("words", "grow");
        link.add(words, new RelativeTime(revision.validFrom()));
        return link;
    }

    /// What changed, in a few names.
    private String what(int at) {
        Revision before = before(at);
        if (before == null) {
            return "Created";
        }
        Revision revision = shown.get(at);
        if (before.validTo() != null && before.validTo().isBefore(revision.validFrom())) {
            return "Came back";
        }
        List<FieldDifference> fields = FieldDifference.between(before.json(), revision.json());
        String names = fields.stream()
                .limit(MOST_NAMES)
                .map(field ->
                        field.path().startsWith("metadata.") || field.path().startsWith("spec.")
                                ? field.path().substring(field.path().indexOf('.') + 1)
                                : field.path())
                .collect(Collectors.joining(", "));
        int more = fields.size() - MOST_NAMES;
        return "Changed " + (fields.isEmpty() ? "nothing that shows" : names)
                + (more > 0 ? " and " + more + " more" : "");
    }

    /// Who or what brought a revision, as far as that is known.
    static String who(Revision revision) {
        if (revision.source() == null) {
            return "Source not known";
        }
        String why = revision.trigger() == null ? "" : ", by " + revision.trigger();
        String version = revision.version();
        return "From " + revision.source() + why
                + (version == null ? "" : " at " + version.substring(0, Math.min(version.length(), 10)));
    }

    private Row pager(int count) {
        Nav nav = new Nav();
        nav.setAriaLabel("Pages of the history");
        nav.addClassName("row");
        String page = EntityTab.HISTORY.address(ref) + "?page=";
        int number = first / PAGE + 1;
        if (first > 0) {
            nav.add(Actions.link("Newer", page + (number - 1)));
        }
        if (first + count < total) {
            nav.add(Actions.link("Older", page + (number + 1)));
        }
        String range = Words.number(first + 1L) + " to " + Words.number(first + count) + " of " + Words.number(total);
        return Row.item(Text.hint(range).styled("small", "grow"), nav);
    }
}
