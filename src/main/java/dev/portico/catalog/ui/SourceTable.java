package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.SourceHealth;
import dev.portico.catalog.SourceRun;
import dev.portico.look.Actions;
import dev.portico.look.Icon;
import dev.portico.look.RelativeTime;
import dev.portico.look.Symbol;
import dev.portico.look.Table;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The sources as a table: state, what they hold, the last run and the next one.
final class SourceTable extends Div {

    SourceTable(List<SourceHealth> sources, Predicate<SourceHealth> mayRefresh, Consumer<String> refresh) {
        List<Table.Column> columns = new ArrayList<>(List.of(
                new Table.Column("Source", Table.Kind.WORDS),
                new Table.Column("State", Table.Kind.WORDS),
                new Table.Column("Entities", Table.Kind.WIDE_NUMBER),
                new Table.Column("Problems", Table.Kind.WIDE_NUMBER),
                new Table.Column("Last run", Table.Kind.WIDE),
                new Table.Column("Next run", Table.Kind.WIDE)));
        boolean mayAny = sources.stream().anyMatch(mayRefresh);
        if (mayAny) {
            columns.add(new Table.Column(" Actions", Table.Kind.NUMBER));
        }
        Table table = new Table("Sources", columns);
        for (SourceHealth source : sources) {
            List<Component> cells = new ArrayList<>(List.of(
                    name(source),
                    SourceWords.state(source),
                    new Span(Words.number(source.entities())),
                    source.problems() == 0 ? Text.hint("0") : new Span(Words.number(source.problems())),
                    lastRun(source),
                    nextRun(source)));
            if (mayAny) {
                cells.add(mayRefresh.test(source) ? refresh(source, refresh) : new Span());
            }
            table.row(cells.toArray(Component[]::new));
        }
        addClassName("source-table");
        add(table);
    }

    private static Component name(SourceHealth source) {
        SourceDefinition definition = source.definition();
        Span tile = new Span(new Icon(SourceWords.symbol(definition.type())));
        tile.addClassNames("tile", "k-other");
        Anchor link = new Anchor("sources/" + definition.name(), definition.name());
        link.addClassName("name");
        Div words = new Div(
                link,
                Text.hint(SourceWords.target(definition)).styled("small", "clip"),
                Text.second(brief(source)).styled("small", "on-phone"));
        words.addClassName("words");
        Div cell = new Div(tile, words);
        cell.addClassName("source-cell");
        return cell;
    }

    /// The figures in one line, where there is no room for their columns.
    private static String brief(SourceHealth source) {
        String entities = Words.count(source.entities(), "entity", "entities");
        String problems = source.problems() == 0 ? "" : ", " + Words.count(source.problems(), "problem", "problems");
        SourceRun run = source.lastRun();
        String read = run == null ? "never read" : "read " + RelativeTime.words(run.started(), Instant.now());
        return entities + problems + ", " + read;
    }

    private static Component lastRun(SourceHealth source) {
        SourceRun run = source.lastRun();
        if (run == null) {
            return Text.hint("Never");
        }
        Div cell = new Div(new Span(SourceWords.outcome(run)));
        Span when = new Span(new RelativeTime(run.started()), new Span(", took " + Words.span(run.took())));
        when.addClassNames("small", "hint");
        cell.add(when);
        cell.addClassName("two-line");
        return cell;
    }

    private static Component nextRun(SourceHealth source) {
        if (source.nextRun() == null) {
            return Text.hint(SourceWords.every(source.definition().every()));
        }
        Div cell = new Div(new RelativeTime(source.nextRun()));
        String why = source.failures() == 0
                ? SourceWords.every(source.definition().every())
                : "after " + Words.count(source.failures(), "failure", "failures");
        cell.add(Text.hint(why).styled("small"));
        cell.addClassName("two-line");
        return cell;
    }

    private static Component refresh(SourceHealth source, Consumer<String> refresh) {
        if (!SourceWords.reads(source.definition().type()) || source.state() == SourceHealth.State.RUNNING) {
            return new Span();
        }
        String name = source.definition().name();
        return Actions.sign(Symbol.REFRESH_CW, "Refresh " + name, () -> refresh.accept(name));
    }
}
