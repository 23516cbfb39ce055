package dev.portico.catalog.internal;

import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.internal.ingest.CatalogIngestionSettings;
import dev.portico.catalog.internal.source.SourceTargets;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Registers the sources that the settings name, unless something reads them already. One that cannot be understood is
/// logged and does not stop the start.
@Component
final class InitialSources {

    private static final Logger LOG = LoggerFactory.getLogger(InitialSources.class);

    private final CatalogIngestionSettings settings;
    private final SourceSuggestions suggestions;
    private final SourceRegister register;

    InitialSources(CatalogIngestionSettings settings, SourceSuggestions suggestions, SourceRegister register) {
        this.settings = settings;
        this.suggestions = suggestions;
        this.register = register;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1)
    void registerAll() {
        Map<String, UUID> known = register.byTarget();
        // The settings split at every comma, also at those within the braces of a pattern.
        for (String location : SourceTargets.split(String.join(",", settings.locations()))) {
            try {
                SourceDefinition definition = suggestions.suggest(location);
                if (!known.containsKey(definition.type() + ":" + definition.target())) {
                    register.add(definition, Reader.system("settings"));
                }
            } catch (Refusal refusal) {
                LOG.atError().log("PORTICO_CATALOG_LOCATIONS: {} is not registered: {}", location, refusal.reason());
            }
        }
    }
}
