package dev.portico.storage.internal.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds settings against the bounds that their records state by annotation, without the start of a whole validator.
final class Constraints {

    private Constraints() {}

    /// @throws SettingRefused for the first setting that is out of its bounds
    static void check(String prefix, Object settings, SettingWords words) {
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            String name = prefix + '.' + SettingWords.dashed(component.getName());
            Object value = value(component.getAccessor(), settings);
            bounds(name, value, component.getAccessor(), words);
            if (value instanceof Record nested) {
                check(name, nested, words);
            } else if (value instanceof Map<?, ?> map) {
                map.forEach((key, entry) -> {
                    if (entry instanceof Record nested) {
                        check(name + '.' + key, nested, words);
                    }
                });
            }
        }
    }

    private static void bounds(String name, @Nullable Object value, Method stated, SettingWords words) {
        Min min = stated.getAnnotation(Min.class);
        Max max = stated.getAnnotation(Max.class);
        if (value instanceof Number number) {
            boolean low = min != null && number.longValue() < min.value();
            boolean high = max != null && number.longValue() > max.value();
            if (low || high) {
                throw words.refused(name, String.valueOf(value), range(min, max));
            }
        }
        boolean blank = !(value instanceof String text) || text.isBlank();
        if (stated.isAnnotationPresent(NotBlank.class) && blank) {
            throw words.refused(name, value == null ? "" : String.valueOf(value), "a text that is not empty");
        }
    }

    private static String range(@Nullable Min min, @Nullable Max max) {
        if (min != null && max != null) {
            return "a whole number from " + min.value() + " to " + max.value();
        }
        return min != null ? "a whole number from " + min.value() + " on" : "a whole number up to " + max(max);
    }

    private static long max(@Nullable Max max) {
        return max == null ? Long.MAX_VALUE : max.value();
    }

    private static @Nullable Object value(Method accessor, Object settings) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(settings);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(accessor + " cannot be asked", unreadable);
        }
    }
}
