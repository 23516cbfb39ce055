package dev.portico.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import dev.portico.access.RequiresSignIn;
import dev.portico.kernel.Reader;
import dev.portico.look.Icon;
import dev.portico.look.Page;
import dev.portico.look.SkipButton;
import dev.portico.look.Symbol;

/// The frame: drawer on the left, bar on top, the view on its sheet. Holds every view that does not refuse it, counts
/// what is opened in it, and carries the palette and the list of shortcuts.
@Layout
@RequiresSignIn
final class MainFrame extends AppLayout implements AfterNavigationObserver {

    private final transient FrameParts parts;

    MainFrame(FrameParts parts) {
        this.parts = parts;
        UI ui = UI.getCurrent();
        Reader reader = parts.reader();
        Appearance appearance = parts.appearance(ui);
        Shortcuts shortcuts = new Shortcuts(parts.ways(), appearance);
        ComponentUtil.setData(ui, Shortcuts.class, shortcuts);
        setPrimarySection(Section.DRAWER);
        getElement().setAttribute("data-reader", reader.subject());
        AvatarMenu avatar = new AvatarMenu(
                reader, parts.ways().roles(), parts.ways().open("profile"), appearance, shortcuts, parts::signOut);
        addToNavbar(navbar(parts.spaces(appearance), parts.bell(), avatar), parts.palette(), shortcuts);
        addToDrawer(drawer(new DrawerEntries(parts.ways().menu(), parts.extras()), parts.version()));
        SessionEnd.explain(ui);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        boolean shown = event.getActiveChain().stream().noneMatch(ErrorPage.class::isInstance);
        if (shown) {
            parts.count(event.getLocation().getPath());
        }
    }

    private static Div navbar(SpaceSwitcher spaces, Bell bell, AvatarMenu avatar) {
        SkipButton skip = new SkipButton("Skip to the content", "#" + Page.ID);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Menu");
        toggle.addThemeVariants(ButtonVariant.TERTIARY);
        NativeButton narrow = sign(Symbol.PANEL_LEFT, "Narrow or widen the menu", "narrow");
        Div end = new Div(sign(Symbol.CIRCLE_QUESTION_MARK, "Keyboard shortcuts", "help"), bell, avatar);
        end.addClassName("end");
        Div navbar = new Div(skip, toggle, narrow, new Brand(), spaces, search(), end);
        navbar.addClassName("navbar");
        navbar.getElement().setAttribute("role", "region").setAttribute("aria-label", "Portal");
        return navbar;
    }

    /// What the browser does by itself, as by the keys (`shell.js`).
    private static NativeButton sign(Symbol symbol, String name, String does) {
        NativeButton sign = new NativeButton();
        sign.add(new Icon(symbol));
        sign.addClassNames("sign", does);
        sign.getElement().setAttribute("aria-label", name).setAttribute("title", name);
        return sign;
    }

    /// Opened by the browser itself, as by the keys.
    private static NativeButton search() {
        NativeButton search = new NativeButton();
        search.add(new Icon(Symbol.SEARCH), new Span("Search…"), Keys.of("Ctrl K"));
        search.addClassName("search");
        search.getElement().setAttribute("aria-label", "Search").setAttribute("aria-haspopup", "dialog");
        search.getElement().setAttribute("aria-keyshortcuts", "Control+K");
        return search;
    }

    private static Div drawer(DrawerEntries entries, String version) {
        Div foot = new Div(new Span("Portico"), new Span(version));
        foot.addClassName("foot");
        Div drawer = new Div(new Brand(), entries, foot);
        drawer.addClassName("drawer");
        drawer.getElement().setAttribute("role", "region").setAttribute("aria-label", "Menu");
        return drawer;
    }
}
