package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.server.menu.MenuEntry;
import dev.portico.look.MenuExtra;
import dev.portico.look.Symbol;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The entries of the drawer. The browser draws them, so that they cost a session their words alone.
@Tag("portico-nav")
@Uses(SideNav.class)
@JsModule("./portico-nav.ts")
final class DrawerEntries extends Component {

    /// Entries from here on are about who may what, and stand together below a heading.
    private static final double GOVERN = 80;

    private final List<String> titles = new ArrayList<>();
    private final List<String> counts = new ArrayList<>();

    private record Entry(String title, String path, String sign, double order, String count) {

        static Entry of(MenuEntry page) {
            double order = page.order() == null ? 0 : page.order();
            return new Entry(
                    page.title(), page.path(), Symbol.valueOf(page.icon()).address(), order, "");
        }

        static Entry of(MenuExtra extra) {
            return new Entry(
                    extra.title(),
                    "/" + extra.path(),
                    extra.symbol().address(),
                    extra.order(),
                    extra.count() == 0 ? "" : Words.number(extra.count()));
        }
    }

    private record Group(String label, List<Entry> entries) {}

    /// @param pages  those of the menu, in its order
    /// @param extras what else there is for the reader
    DrawerEntries(List<MenuEntry> pages, List<MenuExtra> extras) {
        List<Entry> usual = new ArrayList<>();
        List<Entry> govern = new ArrayList<>();
        pages.stream().map(Entry::of).forEach(page -> (page.order() >= GOVERN ? govern : usual).add(page));
        extras.stream().map(Entry::of).forEach(extra -> (extra.order() >= GOVERN ? govern : usual).add(extra));
        govern.sort(Comparator.comparingDouble(Entry::order));
        List<Group> groups = new ArrayList<>(List.of(new Group("", usual)));
        if (!govern.isEmpty()) {
            groups.add(new Group("Govern", govern));
        }
        groups.forEach(group -> group.entries().forEach(entry -> titles.add(entry.title())));
        groups.forEach(group -> group.entries().forEach(entry -> counts.add(entry.count())));
        getElement().setProperty("groups", JacksonUtils.listToJson(groups).toString());
    }

    /// What they are called, in their order.
    List<String> titles() {
        return List.copyOf(titles);
    }

    /// How much waits behind an entry; empty for none, and where there is no such entry.
    String count(String title) {
        int place = titles.indexOf(title);
        return place < 0 ? "" : counts.get(place);
    }
}
