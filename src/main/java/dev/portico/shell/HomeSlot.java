package dev.portico.shell;

import com.google.re2j.Pattern;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.portico.kernel.Reader;
import dev.portico.look.AsyncPanel;
import dev.portico.look.Card;
import dev.portico.look.HomeCard;
import dev.portico.look.Skeleton;
import dev.portico.look.Symbol;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// One card of a home page, with what moves it while the page is customised. It loads and fails by itself.
@Tag("div")
final class HomeSlot extends HtmlContainer {

    /// How long the page waits for its cards, so that what is quick does not flicker or push.
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private static final int ROWS = 3;

    private static final Pattern AGES = Pattern.compile("<time.*?</time>", Pattern.DOTALL);

    private final transient HomeCard card;
    private Card shown;
    private String said = "";
    private final Div tools = new Div();

    HomeSlot(HomeCard card, Reader reader) {
        this.card = card;
        addClassName("slot");
        tools.addClassNames("row", "tools");
        shown = new Card(card.title());
        AsyncPanel<Consumer<Card>> panel =
                new AsyncPanel<>(() -> Skeleton.rows(ROWS), () -> card.read(reader), this::filled).begin(PATIENCE);
        panel.addClassName("panel");
        shown.add(panel);
        add(shown);
    }

    HomeCard card() {
        return card;
    }

    /// Shows these tools above the card; none takes them away.
    void tools(List<Component> parts) {
        tools.removeAll();
        remove(tools);
        if (!parts.isEmpty()) {
            tools.add(parts);
            addComponentAsFirst(tools);
        }
    }

    /// Gives the focus to the tool of that sign.
    void focus(Symbol tool) {
        tools.getChildren()
                .filter(part -> part instanceof Button && ComponentUtil.getData(part, Symbol.class) == tool)
                .forEach(part -> ((Button) part).focus());
    }

    /// Reads the card again and shows it anew where it says something else now, ages apart.
    void renew(Reader reader) {
        Card fresh = new Card(card.title());
        card.read(reader).accept(fresh);
        String now = said(fresh);
        if (!now.equals(said)) {
            said = now;
            fresh.addClassName("renewed");
            replace(shown, fresh);
            shown = fresh;
        }
    }

    private static String said(Card card) {
        return AGES.matcher(card.getElement().getOuterHTML()).replaceAll("");
    }

    /// What was filled in part before it failed is never shown, so that trying again doubles nothing.
    private Component filled(Consumer<Card> fill) {
        Card fresh = new Card(card.title());
        fill.accept(fresh);
        said = said(fresh);
        shown.take(fresh);
        Div nothing = new Div();
        nothing.setVisible(false);
        return nothing;
    }
}
