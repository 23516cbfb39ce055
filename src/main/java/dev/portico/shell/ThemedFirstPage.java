package dev.portico.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.portico.access.Readers;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/// Writes what the reader has chosen into the page before it is sent, so that nothing flashes and nothing moves: the
/// theme, the density, the width of the drawer. Whoever is not signed in brings the theme along in a cookie.
@Component
final class ThemedFirstPage implements VaadinServiceInitListener {

    private final Readers readers;
    private final Preferences preferences;

    ThemedFirstPage(Readers readers, Preferences preferences) {
        this.readers = readers;
        this.preferences = preferences;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(response -> {
            Element html = response.getDocument().selectFirst("html");
            if (html != null) {
                Preference preference = preferences
                        .chosen(readers.current())
                        .orElseGet(() -> Preference.USUAL.with(Theme.of(response.getVaadinRequest())));
                html.attr("lang", "en");
                html.attr("style", "color-scheme: " + preference.theme().scheme());
                html.attr("data-density", Appearance.word(preference.density()));
                html.attr("data-drawer", Appearance.drawer(preference));
            }
            response.getDocument()
                    .head()
                    .appendElement("script")
                    .attr("type", "module")
                    .attr("src", "themes/portico/shell.js");
        });
    }
}
