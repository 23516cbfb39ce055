package dev.portico.storage.internal.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.util.unit.DataSize;

/// Words what is wrong with a setting: its name, the environment variable it came by, what it is, and what is allowed.
final class SettingWords {

    private static final List<String> SECRET = List.of("password", "secret", "token", "key");
    private static final String VARIABLE = "${";

    private final ConfigurableEnvironment environment;

    SettingWords(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /// A setting that is something else than what is allowed.
    SettingRefused refused(String name, String value, String allowed) {
        return new SettingRefused(named(name) + is(name, value) + "; allowed is " + allowed + ".");
    }

    /// A record that could not be made of the settings.
    SettingRefused refused(BindException unfit, Class<?> type) {
        ConfigurationProperty property = unfit.getProperty();
        String name = unfit.getName().toString();
        if (property != null) {
            String value = String.valueOf(property.getValue());
            return refused(name, resolved(value), allowed(unfit.getTarget().getType()));
        }
        String reason = reason(unfit);
        return new SettingRefused(set(name, type, reason) + reason);
    }

    /// Why the record refused, in its own words, with a full stop.
    private static String reason(Throwable unfit) {
        Throwable root = unfit;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = Objects.requireNonNullElse(root.getMessage(), "These settings do not fit together");
        return message.strip() + (message.strip().endsWith(".") ? "" : ".");
    }

    /// What somebody set of a record, as far as the reason names it: its own defaults fit.
    private String set(String prefix, Class<?> type, String reason) {
        Class<?> record = nested(prefix, type);
        if (!record.isRecord()) {
            return "";
        }
        List<String> set = Arrays.stream(record.getRecordComponents())
                .map(component -> prefix + '.' + dashed(component.getName()))
                .filter(name -> !environment.getProperty(name, "").isEmpty())
                .toList();
        List<String> meant = set.stream().filter(name -> means(reason, name)).toList();
        String words = (meant.isEmpty() ? set : meant)
                .stream()
                        .map(name -> named(name) + is(name, environment.getProperty(name, "")))
                        .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : words + ": ";
    }

    private boolean means(String reason, String name) {
        String variable = variable(name);
        return reason.contains(name.substring(name.lastIndexOf('.') + 1))
                || (!variable.isEmpty() && reason.contains(variable));
    }

    /// The record that stands for the prefix: the type, or one within it.
    private static Class<?> nested(String prefix, Class<?> type) {
        String last = prefix.substring(prefix.lastIndexOf('.') + 1);
        return Stream.of(type.getDeclaredClasses())
                .filter(inner -> dashed(inner.getSimpleName()).equals(last))
                .findFirst()
                .orElse(type);
    }

    private static String is(String name, String value) {
        boolean secret = SECRET.stream().anyMatch(name.substring(name.lastIndexOf('.') + 1)::contains)
                || (value.contains("://") && (value.contains("@") || value.contains("?")));
        return secret ? " is set" : " is \"" + value + '"';
    }

    /// The name, and the variable that people set it by, where there is one.
    private String named(String name) {
        String variable = variable(name);
        return variable.isEmpty() ? name : variable + " (" + name + ")";
    }

    private String variable(String name) {
        String usual = name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
        if (environment.getSystemEnvironment().containsKey(usual)) {
            return usual;
        }
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed && listed.containsProperty(name)) {
                String raw = raw(listed.getProperty(name));
                int end = raw.indexOf(':');
                return raw.startsWith(VARIABLE) && end > 0 ? raw.substring(VARIABLE.length(), end) : "";
            }
        }
        return "";
    }

    private static String raw(@org.jspecify.annotations.Nullable Object value) {
        return String.valueOf(value instanceof OriginTrackedValue tracked ? tracked.getValue() : value);
    }

    private String resolved(String value) {
        return environment.resolvePlaceholders(value);
    }

    private static String allowed(ResolvableType type) {
        Class<?> wanted = type.resolve(Object.class);
        if (type.isArray() || java.util.Collection.class.isAssignableFrom(wanted)) {
            return "a list with commas, each of it "
                    + allowed(type.asCollection().getGeneric(0));
        }
        if (wanted == Duration.class) {
            return "a duration such as 500ms, 30s, 5m, 2h or 14d";
        }
        if (wanted == DataSize.class) {
            return "a size such as 512KB, 10MB or 1GB";
        }
        if (wanted == int.class || wanted == Integer.class || wanted == long.class || wanted == Long.class) {
            return "a whole number";
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return "true or false";
        }
        if (wanted == URI.class) {
            return "an address such as https://portal.example.com";
        }
        if (wanted == Path.class) {
            return "a path";
        }
        return wanted.isEnum()
                ? Arrays.stream(wanted.getEnumConstants())
                        .map(constant -> String.valueOf(constant).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" or "))
                : "what docs/configuration.md says of it";
    }

    /// The name of a record's component as settings are written: `maxFiles` is `max-files`.
    static String dashed(String name) {
        StringBuilder dashed = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            if (Character.isUpperCase(c) && at > 0) {
                dashed.append('-');
            }
            dashed.append(Character.toLowerCase(c));
        }
        return dashed.toString();
    }
}
