package dev.portico.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/// Writes the chosen theme and the language into the page before it is sent, so that nothing flashes.
@Component
final class ThemedFirstPage implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(response -> {
            Element html = response.getDocument().selectFirst("html");
            if (html != null) {
                html.attr("lang", "en");
                Theme theme = Theme.of(response.getVaadinRequest());
                html.attr("style", "color-scheme: " + theme.scheme());
            }
        });
    }
}
