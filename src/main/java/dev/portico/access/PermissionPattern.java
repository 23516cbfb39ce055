package dev.portico.access;

import com.google.re2j.Pattern;
import java.util.List;

/// Many permissions by one text: `*`, `catalog.*`, `catalog.entity.*`, `*.*.read`. A star stands for any one of the
/// three words of a name, at the end for all that are left.
public final class PermissionPattern {

    private static final int WORDS = 3;
    private static final Pattern FORM =
            Pattern.compile("(\\*|[a-z][a-z0-9-]*)(\\.(\\*|[a-z][a-z0-9-]*)){2}|([a-z][a-z0-9-]*\\.)?\\*");

    private PermissionPattern() {}

    /// Whether the text is a pattern or the name of a permission.
    public static boolean wellFormed(String pattern) {
        return FORM.matches(pattern);
    }

    /// Whether the text is the name of one permission.
    public static boolean single(String pattern) {
        return pattern.indexOf('*') < 0;
    }

    /// Whether the pattern matches a permission of this name. What is no pattern matches nothing but itself.
    public static boolean matches(String pattern, String permission) {
        return pattern.equals("*") || pattern.equals(permission) || (!single(pattern) && covers(pattern, permission));
    }

    /// Whether the wide pattern matches every permission that the narrow one does, those that nobody declares yet
    /// included.
    public static boolean covers(String wide, String narrow) {
        if (wide.equals(narrow)) {
            return true;
        }
        if (!wellFormed(wide) || !wellFormed(narrow)) {
            return false;
        }
        List<String> more = words(wide);
        List<String> less = words(narrow);
        for (int at = 0; at < WORDS; at++) {
            if (!more.get(at).equals("*") && !more.get(at).equals(less.get(at))) {
                return false;
            }
        }
        return true;
    }

    /// Whether some permission, declared or not, is matched by both.
    public static boolean overlap(String one, String other) {
        if (!wellFormed(one) || !wellFormed(other)) {
            return one.equals(other);
        }
        List<String> left = words(one);
        List<String> right = words(other);
        for (int at = 0; at < WORDS; at++) {
            boolean any = left.get(at).equals("*") || right.get(at).equals("*");
            if (!any && !left.get(at).equals(right.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> words(String pattern) {
        List<String> words = List.of(pattern.split("\\.", -1));
        return switch (words.size()) {
            case 1 -> List.of(words.getFirst(), "*", "*");
            case 2 -> List.of(words.getFirst(), words.getLast(), "*");
            default -> words;
        };
    }
}
