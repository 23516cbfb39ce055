package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Explanation.Holding;
import dev.portico.access.Holders;
import dev.portico.access.Holders.Holder;
import dev.portico.access.Holders.Through;
import dev.portico.access.ui.frame.CatalogNames.Names;
import dev.portico.look.Row;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may do something, each with the roles that allow it and how they are held.
final class WhoCan extends Div {

    /// @param onOne whether it was asked of one thing, on which the conditions are met
    /// @param by    which policy says so
    /// @param named what people and groups are called
    WhoCan(Holders holders, boolean onOne, String by, Function<Collection<String>, Names> named) {
        String people = Words.count(holders.people(), "person", "people");
        String who =
                holders.tokens() == 0 ? people : people + " and " + Words.count(holders.tokens(), "token", "tokens");
        Span head = new Span(who + " can do this " + by);
        head.addClassName("strong");
        add(head);
        Names names = named.apply(holders.who().stream()
                .flatMap(holder -> holder.through().stream())
                .flatMap(WhoCan::first)
                .map(Holding::through)
                .toList());
        holders.who().forEach(holder -> add(row(holder, onOne, names)));
        int shown = holders.who().size();
        if (shown == Holders.MOST_NAMED && holders.people() + holders.tokens() > shown) {
            add(Text.hint("The first " + shown + " are shown."));
        }
        add(Text.hint("People without an account in use are not counted: they cannot sign in."));
    }

    private static Row row(Holder holder, boolean onOne, Names names) {
        String name = holder.party().token()
                ? "Token " + holder.party().name()
                : holder.party().name();
        Span who = new Span(name);
        who.setTitle(holder.party().subject());
        String roles = holder.through().stream()
                .map(through -> way(through, names))
                .distinct()
                .collect(Collectors.joining("; "));
        Text second = Text.second(holder.everywhere() || onOne ? roles : roles + ", under conditions")
                .styled("end");
        List<String> refs = holder.through().stream()
                .flatMap(WhoCan::first)
                .map(Holding::through)
                .filter(ref -> !ref.isEmpty())
                .distinct()
                .toList();
        second.setTitle(String.join(", ", refs));
        return Row.item(who, second);
    }

    private static String way(Through through, Names names) {
        return DecisionTree.title(through.role())
                + first(through)
                        .map(holding -> ", " + DecisionTree.way(holding, names))
                        .collect(Collectors.joining());
    }

    /// One way to hold a role is enough to name.
    private static Stream<Holding> first(Through through) {
        return through.holdings().stream().limit(1);
    }
}
