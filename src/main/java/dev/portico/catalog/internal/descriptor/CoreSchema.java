package dev.portico.catalog.internal.descriptor;

import org.jspecify.annotations.Nullable;

/// Gives plain scalars their type by the core schema of YAML 1.2 (chapter 10.3.2).
///
/// `yes`, `no`, dates and `0777` are what they look like: two strings, a string and the number 777. Numbers are
/// doubles, so integers beyond 2^53 lose their last digits, as they do in every JSON reader built on doubles.
final class CoreSchema {

    private CoreSchema() {}

    /// The value of a plain scalar: null, a Boolean, a Double or the text itself.
    static @Nullable Object resolve(String text) {
        int length = text.length();
        if (length == 0) {
            return null;
        }
        char first = text.charAt(0);
        if (Character.isDigit(first) || first == '-' || first == '+' || first == '.') {
            Double number = number(text);
            return number == null ? text : number;
        }
        return switch (text) {
            case "~", "null", "Null", "NULL" -> null;
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> text;
        };
    }

    static boolean isNull(String text) {
        return resolve(text) == null;
    }

    static boolean isInteger(String text) {
        return integerEnd(text, 0) || radix(text) != 0;
    }

    /// The number that the text writes, or null where it writes none.
    static @Nullable Double number(String text) {
        int radix = radix(text);
        if (radix != 0) {
            return new java.math.BigInteger(text.substring(2), radix).doubleValue();
        }
        if (integerEnd(text, 0)) {
            return text.length() < 18 ? (double) Long.parseLong(text) : Double.parseDouble(text);
        }
        if (decimal(text)) {
            return Double.parseDouble(text);
        }
        return switch (text) {
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> Double.POSITIVE_INFINITY;
            case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
            case ".nan", ".NaN", ".NAN" -> Double.NaN;
            default -> null;
        };
    }

    private static int radix(String text) {
        if (text.length() < 3 || text.charAt(0) != '0') {
            return 0;
        }
        int radix = text.charAt(1) == 'o' ? 8 : text.charAt(1) == 'x' ? 16 : 0;
        for (int at = 2; radix != 0 && at < text.length(); at++) {
            char c = text.charAt(at);
            if (c > 'f' || Character.digit(c, radix) < 0) {
                return 0;
            }
        }
        return radix;
    }

    /// Whether the rest of the text is an optional sign and digits, and nothing else.
    private static boolean integerEnd(String text, int from) {
        int at = sign(text, from);
        int end = digits(text, at);
        return end > at && end == text.length();
    }

    private static boolean decimal(String text) {
        int start = sign(text, 0);
        int whole = digits(text, start);
        int at = whole;
        boolean point = at < text.length() && text.charAt(at) == '.';
        if (point) {
            at = digits(text, whole + 1);
            if (whole == start && at == whole + 1) {
                return false;
            }
        } else if (whole == start) {
            return false;
        }
        if (at == text.length()) {
            return point;
        }
        char exponent = text.charAt(at);
        return (exponent == 'e' || exponent == 'E') && integerEnd(text, at + 1);
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
