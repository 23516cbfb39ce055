package dev.portico.catalog.internal.descriptor;

/// The forms that names, keys, versions and tags take. Each check is a single pass over the text.
final class Names {

    private Names() {}

    /// `[dns-subdomain/]letters-and-digits`, the latter at most 63.
    static boolean isApiVersion(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return isVersion(text, 0);
        }
        return isSubdomain(text, slash) && isVersion(text, slash + 1);
    }

    /// A letter, then letters and digits; at most 63.
    static boolean isKind(String text) {
        return !text.isEmpty() && !isDigit(text.charAt(0)) && isVersion(text, 0);
    }

    /// Letters and digits, and `-`, `_`, `.` between them; at most 63.
    static boolean isName(String text) {
        return isName(text, 0);
    }

    /// `[dns-subdomain/]name`.
    static boolean isKey(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? isName(text, 0) : isSubdomain(text, slash) && isName(text, slash + 1);
    }

    /// Lower-case letters and digits, and `-` between them; at most 63.
    static boolean isNamespace(String text) {
        return isLabel(text, 0, text.length());
    }

    /// Groups of lower-case letters, digits, `:`, `+`, `#`, joined by single `-`; at most 63.
    static boolean isTag(String text) {
        boolean joined = true;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '-' ? joined : !isTagCharacter(c)) {
                return false;
            }
            joined = c == '-';
        }
        return !joined && text.length() <= 63;
    }

    private static boolean isTagCharacter(char c) {
        return isLower(c) || isDigit(c) || c == ':' || c == '+' || c == '#';
    }

    private static boolean isVersion(String text, int from) {
        int length = text.length() - from;
        if (length < 1 || length > 63) {
            return false;
        }
        for (int at = from; at < text.length(); at++) {
            if (!isAlphanumeric(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(String text, int from) {
        int length = text.length() - from;
        if (length < 1
                || length > 63
                || !isAlphanumeric(text.charAt(from))
                || !isAlphanumeric(text.charAt(text.length() - 1))) {
            return false;
        }
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSubdomain(String text, int end) {
        if (end < 1 || end > 253) {
            return false;
        }
        int from = 0;
        while (true) {
            int dot = text.indexOf('.', from);
            int to = dot < 0 || dot > end ? end : dot;
            if (!isLabel(text, from, to)) {
                return false;
            }
            if (to == end) {
                return true;
            }
            from = to + 1;
        }
    }

    private static boolean isLabel(String text, int from, int to) {
        if (to - from < 1 || to - from > 63 || text.charAt(from) == '-' || text.charAt(to - 1) == '-') {
            return false;
        }
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (!isLower(c) && !isDigit(c) && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z');
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
