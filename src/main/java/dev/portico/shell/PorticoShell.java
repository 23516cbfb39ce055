package dev.portico.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/// The page that holds the application: style sheets, sign, colour scheme.
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("themes/portico/tokens.css")
@StyleSheet("themes/portico/vaadin.css")
@StyleSheet("themes/portico/parts.css")
@StyleSheet("themes/portico/shell.css")
@StyleSheet("themes/portico/catalog.css")
@StyleSheet("themes/portico/graph.css")
@StyleSheet("themes/portico/access.css")
@StyleSheet("themes/portico/simulator.css")
@StyleSheet("themes/portico/policy.css")
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
@Push
public class PorticoShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", "themes/portico/favicon.svg");
        settings.addMetaTag("color-scheme", "light dark");
    }
}
