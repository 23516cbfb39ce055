package dev.portico.look;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;

/// Numbers and spans of time as people say them.
public final class Words {

    private Words() {}

    /// A number with separators: `1,284`.
    public static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    /// A number with its noun: `1 problem`, `1,284 problems`.
    public static String count(long number, String singular, String plural) {
        return number(number) + ' ' + (number == 1 ? singular : plural);
    }

    /// A span in its largest unit: `38 ms`, `4.2 s`, `5 min`, `2 h`, `12 d`. From minutes on it is rounded to the
    /// nearest, so that what was seven days a second ago still is.
    public static String span(Duration span) {
        long millis = Math.max(0, span.toMillis());
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            long tenths = millis / 100;
            return tenths % 10 == 0 || tenths >= 100 ? tenths / 10 + " s" : tenths / 10 + "." + tenths % 10 + " s";
        }
        long minutes = nearest(millis, 60_000);
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = nearest(millis, 3_600_000);
        return hours < 24 ? hours + " h" : nearest(millis, 86_400_000) + " d";
    }

    private static long nearest(long millis, long unit) {
        return (millis + unit / 2) / unit;
    }

    /// A word with a capital first letter, for values that descriptors write in lower case.
    public static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
