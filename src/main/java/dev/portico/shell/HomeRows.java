package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.FacetValue;
import dev.portico.kernel.EntityRef;
import dev.portico.look.Actions;
import dev.portico.look.Badge;
import dev.portico.look.EntityLink;
import dev.portico.look.KindTile;
import dev.portico.look.Row;
import dev.portico.look.SegmentLinks;
import dev.portico.look.State;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What the cards of the home page and of the profile are made of.
final class HomeRows {

    private HomeRows() {}

    /// An entity with what it is, a badge where it has problems, and further parts at the end.
    static Row entity(EntitySummary entity, Captions.Said captions, Component... end) {
        List<Component> parts = new ArrayList<>(List.of(
                new KindTile(entity.kind(), entity.type(), KindTile.Size.SMALL),
                new EntityLink(entity.ref(), entity.label()).ink(),
                Text.second(captions.of(entity)).styled("clip", "grow")));
        badge(entity, parts);
        parts.addAll(List.of(end));
        return Row.item(parts.toArray(Component[]::new)).styled("entity-row");
    }

    private static void badge(EntitySummary entity, List<Component> parts) {
        if (entity.problems() > 0) {
            parts.add(
                    new Badge(State.ofErrors(entity.errors()), Words.count(entity.problems(), "problem", "problems")));
        } else if (entity.orphan()) {
            parts.add(new Badge(State.WARNING, "Orphan"));
        }
    }

    /// Why a card shows nothing, and the one thing to do about it.
    static Component none(String why, String action, String address) {
        Div none = new Div(Text.second(why), Actions.link(action, address));
        none.addClassNames("col", "none");
        return none;
    }

    /// A link at the end of a card's head.
    static Anchor all(String address) {
        return Actions.link("See all", address);
    }

    /// The address of the catalog with the values of a facet chosen, beside what else it asks for.
    ///
    /// @param further further parameters, such as `&kind=component`
    static String catalog(String facet, Collection<String> values, String further) {
        StringBuilder address = new StringBuilder("catalog?");
        String separator = "";
        for (String value : values.stream().sorted().toList()) {
            address.append(separator).append(facet).append('=').append(encoded(value));
            separator = "&";
        }
        return address.append(further).toString();
    }

    /// The address of what a group or person owns.
    static String owned(EntityRef owner) {
        return "catalog?owner=" + encoded(owner.toString());
    }

    /// The choice between one's own things and those of one's teams.
    static SegmentLinks whose(boolean teams) {
        return new SegmentLinks("Whose")
                .form("Mine", HomeView.whose(false), !teams)
                .form("My teams", HomeView.whose(true), teams);
    }

    /// How often a value of a facet was counted; zero where it was not.
    static long count(List<FacetValue> values, String value) {
        return values.stream()
                .filter(counted -> counted.value().equals(value))
                .mapToLong(FacetValue::count)
                .sum();
    }

    /// A number in tabular figures, set from the right.
    static Span number(long number) {
        Span figure = new Span(Words.number(number));
        figure.addClassName("num");
        return figure;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
