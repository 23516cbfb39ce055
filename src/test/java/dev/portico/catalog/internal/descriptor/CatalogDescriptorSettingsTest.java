package dev.portico.catalog.internal.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class CatalogDescriptorSettingsTest {

    @Test
    void by_default_they_are_those_of_the_format() {
        CatalogDescriptorSettings settings = bind(Map.of());

        assertThat(settings.toRules()).isEqualTo(DescriptorRules.standard());
        assertThat(settings.toLimits()).isEqualTo(DescriptorLimits.standard());
    }

    @Test
    void each_can_be_set() {
        Map<String, String> properties = new HashMap<>();
        properties.put("portico.catalog.ai-resources", "true");
        properties.put("portico.catalog.unknown-kinds", "accept");
        properties.put("portico.catalog.rules.allow", "Component,API");
        properties.put("portico.catalog.limits.file-bytes", "1");
        properties.put("portico.catalog.limits.document-bytes", "2");
        properties.put("portico.catalog.limits.line-bytes", "3");
        properties.put("portico.catalog.limits.documents", "4");
        properties.put("portico.catalog.limits.depth", "5");
        properties.put("portico.catalog.limits.nodes", "6");
        properties.put("portico.catalog.limits.aliases", "7");
        properties.put("portico.catalog.limits.placeholders", "8");

        CatalogDescriptorSettings settings = bind(properties);

        assertThat(settings.toRules())
                .isEqualTo(new DescriptorRules(true, DescriptorRules.UnknownKinds.ACCEPT, Set.of("Component", "API")));
        assertThat(settings.toLimits()).isEqualTo(new DescriptorLimits(1, 2, 3, 4, 5, 6, 7, 8));
    }

    private static CatalogDescriptorSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portico.catalog", CatalogDescriptorSettings.class);
    }
}
