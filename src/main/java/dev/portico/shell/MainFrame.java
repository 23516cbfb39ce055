package dev.portico.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.portico.access.Readers;
import dev.portico.access.RequiresSignIn;
import dev.portico.look.Icon;
import dev.portico.look.Page;
import dev.portico.look.Symbol;
import java.util.Optional;
import org.springframework.boot.info.BuildProperties;

/// The frame: drawer on the left, bar on top, the view on its sheet. Holds every view that does not refuse it.
@Layout
@RequiresSignIn
final class MainFrame extends AppLayout {

    MainFrame(Readers readers, AuthenticationContext authentication, Optional<BuildProperties> build) {
        setPrimarySection(Section.DRAWER);
        addToNavbar(navbar(new AvatarMenu(readers.current(), authentication::logout)));
        addToDrawer(drawer(build.map(BuildProperties::getVersion).orElse("")));
    }

    private static Div navbar(AvatarMenu avatar) {
        Anchor skip = new Anchor("#" + Page.ID, "Skip to the content");
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Menu");
        toggle.addThemeVariants(ButtonVariant.TERTIARY);
        Div navbar = new Div(skip, toggle, new Brand(), avatar);
        navbar.addClassName("navbar");
        return navbar;
    }

    private static Div drawer(String version) {
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", "Portico");
        MenuConfiguration.getMenuEntries().forEach(entry -> nav.addItem(item(entry)));
        Div foot = new Div(new Span("Portico"), new Span(version));
        foot.addClassName("foot");
        Div drawer = new Div(new Brand(), nav, foot);
        drawer.addClassName("drawer");
        return drawer;
    }

    private static SideNavItem item(MenuEntry entry) {
        SideNavItem item = new SideNavItem(entry.title(), entry.path());
        item.setMatchNested(true);
        item.setPrefixComponent(new Icon(Symbol.valueOf(entry.icon())));
        return item;
    }
}
