package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import dev.portico.access.Access;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.access.RequiresSignIn;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where the portal leads: the pages there are, and those open to the reader. What a module adds appears by itself, and
/// nothing leads to a page that is not there.
@org.springframework.stereotype.Component
final class Ways {

    private final Access access;
    private final Permissions permissions;
    private final Readers readers;

    Ways(Access access, Permissions permissions, Readers readers) {
        this.access = access;
        this.permissions = permissions;
        this.readers = readers;
    }

    /// The menu's entries that the reader may open.
    List<MenuEntry> menu() {
        return MenuConfiguration.getMenuEntries();
    }

    /// Whether there is a page at this path, without parameters, and the reader may open it.
    boolean open(String path) {
        return RouteConfiguration.forApplicationScope()
                .getRoute(path)
                .filter(this::open)
                .isPresent();
    }

    /// The titles of all pages that take no parameters and that the reader may open, by path.
    Map<String, String> titles() {
        Map<String, String> titles = new TreeMap<>();
        for (RouteData route : RouteConfiguration.forApplicationScope().getAvailableRoutes()) {
            String path = route.getTemplate();
            PageTitle title = route.getNavigationTarget().getAnnotation(PageTitle.class);
            if (title != null && !path.isEmpty() && !path.contains(":") && open(route.getNavigationTarget())) {
                titles.put(path, title.value().replace(" · Portico", ""));
            }
        }
        return titles;
    }

    /// The letters that lead to the menu's pages after `g`, by path. They are the same for everybody, whatever they may
    /// open: the first letter of the title that no page before it has taken.
    Map<String, String> letters() {
        Map<String, String> letters = new LinkedHashMap<>();
        RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .filter(route -> route.getMenuData() != null)
                .sorted(Comparator.comparing(Ways::order).thenComparing(RouteData::getTemplate))
                .forEach(route -> {
                    String title = Objects.requireNonNull(route.getMenuData()).getTitle();
                    letter(title.toLowerCase(Locale.ROOT), letters)
                            .ifPresent(letter -> letters.put(path(route.getTemplate()), letter));
                });
        return letters;
    }

    private static java.util.Optional<String> letter(String title, Map<String, String> taken) {
        return title.chars()
                .filter(letter -> letter >= 'a' && letter <= 'z')
                .mapToObj(Character::toString)
                .filter(letter -> !taken.containsValue(letter))
                .findFirst();
    }

    private static Double order(RouteData route) {
        @Nullable Double order = Objects.requireNonNull(route.getMenuData()).getOrder();
        return order == null ? Double.MAX_VALUE : order;
    }

    /// A path as routes and menus both mean it: without a slash before it and parameters behind it.
    static String path(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        int parameters = relative.indexOf("/:");
        return parameters < 0 ? relative : relative.substring(0, parameters);
    }

    private boolean open(Class<? extends Component> view) {
        @Nullable RequiresPermission required = view.getAnnotation(RequiresPermission.class);
        if (required == null) {
            return view.isAnnotationPresent(RequiresSignIn.class);
        }
        return permissions
                .named(required.value())
                .filter(permission -> access.open(readers.current(), permission))
                .isPresent();
    }

    /// The names of the roles that the reader holds.
    List<String> roles() {
        return access.roles(readers.current()).stream().map(HeldRole::role).toList();
    }
}
