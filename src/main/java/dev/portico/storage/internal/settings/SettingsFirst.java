package dev.portico.storage.internal.settings;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Binds all settings records of the portal, and what it asks of the web server, before anything is started.
///
/// The records are those that the build describes for editors, so that none has to be listed here.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingsFirst implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String DESCRIBED = "META-INF/spring-configuration-metadata.json";
    private static final List<String> PROXIES = List.of("none", "native", "framework");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        check(context.getEnvironment(), SettingsFirst.class.getClassLoader());
    }

    /// Reads all settings.
    ///
    /// @throws SettingRefused for the first that does not fit
    static void check(ConfigurableEnvironment environment, ClassLoader classes) {
        SettingWords words = new SettingWords(environment);
        port(environment, words);
        proxies(environment, words);
        Binder binder = Binder.get(environment);
        records(classes).forEach((prefix, type) -> bind(binder, prefix, type, words));
    }

    private static void bind(Binder binder, String prefix, Class<?> type, SettingWords words) {
        Object settings;
        try {
            settings = binder.bindOrCreate(prefix, Bindable.of(type));
        } catch (BindException unfit) {
            throw words.refused(unfit, type);
        }
        Constraints.check(prefix, settings, words);
    }

    private static void port(ConfigurableEnvironment environment, SettingWords words) {
        String port = environment.getProperty("server.port", "8080");
        try {
            int number = Integer.parseInt(port.strip());
            if (number >= 0 && number <= 65_535) {
                return;
            }
        } catch (NumberFormatException notANumber) {
            throw words.refused("server.port", port, "a whole number from 0 to 65535");
        }
        throw words.refused("server.port", port, "a whole number from 0 to 65535");
    }

    private static void proxies(ConfigurableEnvironment environment, SettingWords words) {
        String believed = environment.getProperty("server.forward-headers-strategy", "none");
        if (PROXIES.stream().noneMatch(believed.strip()::equalsIgnoreCase)) {
            throw words.refused("server.forward-headers-strategy", believed, "none or native");
        }
    }

    /// The settings records of the portal by the prefix of their names.
    static Map<String, Class<?>> records(ClassLoader classes) {
        Map<String, Class<?>> records = new LinkedHashMap<>();
        try (InputStream described = classes.getResourceAsStream(DESCRIBED)) {
            JsonNode groups = described == null
                    ? JsonMapper.shared().createArrayNode()
                    : JsonMapper.shared().readTree(described).path("groups");
            for (JsonNode group : groups) {
                String type = group.path("type").asString("");
                if (type.startsWith("dev.portico.") && !group.has("sourceMethod")) {
                    records.put(group.path("name").asString(), Class.forName(type, false, classes));
                }
            }
        } catch (IOException | ClassNotFoundException broken) {
            throw new IllegalStateException(DESCRIBED + " does not fit the portal", broken);
        }
        return records;
    }
}
