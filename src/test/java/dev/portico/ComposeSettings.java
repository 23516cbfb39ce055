package dev.portico;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/// Binds every settings record to the environment of a container, as the application would.
final class ComposeSettings {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(PORTICO_\\w+)");

    private final Map<String, String> variables;
    private final Set<String> placeholders = new HashSet<>();
    private final Set<ConfigurationPropertyName> bound = new HashSet<>();

    ComposeSettings(Map<String, String> environment) {
        variables = environment.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("PORTICO_"))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> valueOf(entry.getValue())));
        StandardEnvironment application = new StandardEnvironment();
        application
                .getPropertySources()
                .forEach(source -> application.getPropertySources().remove(source.getName()));
        application
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(variables)));
        for (PropertySource<?> source : yaml()) {
            application.getPropertySources().addLast(source);
            placeholders.addAll(placeholders(source));
        }
        Binder binder = Binder.get(application, new Recorder());
        for (Class<?> settings : settings()) {
            String prefix =
                    settings.getAnnotation(ConfigurationProperties.class).value();
            binder.bindOrCreate(prefix, Bindable.of(settings));
        }
    }

    /// The variables that end up in no settings record and in no placeholder of application.yaml.
    List<String> unread() {
        return variables.keySet().stream()
                .filter(name -> !placeholders.contains(name))
                .filter(name -> !bound.contains(ConfigurationPropertyName.of(
                        name.toLowerCase(Locale.ROOT).replace('_', '.'))))
                .sorted()
                .toList();
    }

    /// What Compose would make of a value: `${NAME:-default}` its default, `${NAME:?…}` something long enough.
    private static String valueOf(String value) {
        if (!value.startsWith("${")) {
            return value;
        }
        int fallback = value.indexOf(":-");
        return fallback < 0 ? "0123456789abcdef0123456789abcdef" : value.substring(fallback + 2, value.length() - 1);
    }

    private static List<PropertySource<?>> yaml() {
        try {
            return new YamlPropertySourceLoader().load("application.yaml", new ClassPathResource("application.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> placeholders(PropertySource<?> source) {
        return PLACEHOLDER
                .matcher(String.valueOf(source.getSource()))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<Class<?>> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<Class<?>> found = new ArrayList<>();
        scanner.findCandidateComponents("dev.portico").forEach(candidate -> {
            try {
                found.add(Class.forName(candidate.getBeanClassName()));
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        });
        return found;
    }

    private final class Recorder implements BindHandler {
        @Override
        public @Nullable Object onSuccess(
                ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
            bound.add(name);
            return result;
        }
    }
}
