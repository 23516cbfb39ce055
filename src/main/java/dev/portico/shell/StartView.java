package dev.portico.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.portico.access.RequiresSignIn;

/// The portal's bare address. Leads to the home page, and says so in the address bar and the drawer.
@Route("")
@RequiresSignIn
final class StartView extends Div implements BeforeEnterObserver {

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(HomeView.PATH);
        event.getUI().getPage().executeJs("""
                history.replaceState(history.state, '', 'home');
                window.dispatchEvent(new CustomEvent('vaadin-navigated'));""");
    }
}
