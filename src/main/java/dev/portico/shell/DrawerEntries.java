package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.server.menu.MenuEntry;
import dev.portico.look.Symbol;
import java.util.ArrayList;
import java.util.List;

/// The entries of the drawer. The browser draws them, so that they cost a session their words alone.
@Tag("portico-nav")
@Uses(SideNav.class)
@JsModule("./portico-nav.ts")
final class DrawerEntries extends Component {

    /// Entries from here on are about who may what, and stand together below a heading.
    private static final double GOVERN = 80;

    private final List<String> titles = new ArrayList<>();

    private record Entry(String title, String path, String sign) {}

    private record Group(String label, List<Entry> entries) {}

    DrawerEntries(List<MenuEntry> entries) {
        List<Entry> usual = new ArrayList<>();
        List<Entry> govern = new ArrayList<>();
        for (MenuEntry entry : entries) {
            boolean governs = entry.order() != null && entry.order() >= GOVERN;
            (governs ? govern : usual)
                    .add(new Entry(
                            entry.title(),
                            entry.path(),
                            Symbol.valueOf(entry.icon()).address()));
        }
        List<Group> groups = new ArrayList<>(List.of(new Group("", usual)));
        if (!govern.isEmpty()) {
            groups.add(new Group("Govern", govern));
        }
        groups.forEach(group -> group.entries().forEach(entry -> titles.add(entry.title())));
        getElement().setProperty("groups", JacksonUtils.listToJson(groups).toString());
    }

    /// What they are called, in their order.
    List<String> titles() {
        return List.copyOf(titles);
    }
}
