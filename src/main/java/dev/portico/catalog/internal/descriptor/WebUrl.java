package dev.portico.catalog.internal.descriptor;

/// Whether a text is a URL by the parser of browsers (WHATWG URL, without a base), which is far more forgiving than
/// RFC 3986: spaces, backslashes and missing slashes are mended there.
final class WebUrl {

    private WebUrl() {}

    /// Whether a browser's parser takes the text for an absolute URL.
    static boolean parses(String text) {
        String url = clean(text);
        int colon = scheme(url);
        if (colon < 0) {
            return false;
        }
        String rest = url.substring(colon + 1);
        return switch (url.substring(0, colon).toLowerCase(java.util.Locale.ROOT)) {
            case "http", "https", "ws", "wss", "ftp" -> special(rest);
            case "file" -> file(rest);
            default -> !rest.startsWith("//") || opaque(rest.substring(2));
        };
    }

    /// The scheme that a browser would see, in lower case; empty where it would see none.
    static String schemeOf(String text) {
        String url = clean(text);
        int colon = scheme(url);
        return colon < 0 ? "" : url.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
    }

    /// Whether the text is white space alone, as ECMAScript's `trim` has it.
    static boolean isBlank(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean blank = Character.isSpaceChar(c) || c == '\uFEFF' || (c >= '\t' && c <= '\r');
            if (!blank) {
                return false;
            }
        }
        return true;
    }

    private static String clean(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        StringBuilder clean = null;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            boolean dropped = c == '\t' || c == '\n' || c == '\r';
            if (dropped && clean == null) {
                clean = new StringBuilder(text.substring(from, at));
            } else if (!dropped && clean != null) {
                clean.append(c);
            }
        }
        return clean == null ? text.substring(from, to) : clean.toString();
    }

    private static int scheme(String url) {
        for (int at = 0; at < url.length(); at++) {
            char c = url.charAt(at);
            boolean letter = c < 128 && Character.isLetter(c);
            boolean more = letter || (c < 128 && Character.isDigit(c)) || c == '+' || c == '-' || c == '.';
            if (c == ':' && at > 0) {
                return at;
            }
            if (at == 0 ? !letter : !more) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean special(String rest) {
        int from = 0;
        while (from < rest.length() && isSlash(rest.charAt(from))) {
            from++;
        }
        String authority = rest.substring(from, end(rest, from, true));
        int at = authority.lastIndexOf('@');
        String hostAndPort = authority.substring(at + 1);
        int port = portColon(hostAndPort);
        String host = port < 0 ? hostAndPort : hostAndPort.substring(0, port);
        return !host.isEmpty() && (port < 0 || isPort(hostAndPort, port + 1)) && WebHost.isHost(host, true);
    }

    private static boolean file(String rest) {
        if (rest.length() < 2 || !isSlash(rest.charAt(0)) || !isSlash(rest.charAt(1))) {
            return true;
        }
        String host = rest.substring(2, end(rest, 2, true));
        return host.isEmpty() || isDriveLetter(host) || WebHost.isHost(host, true);
    }

    private static boolean isDriveLetter(String host) {
        return host.length() == 2
                && Character.isLetter(host.charAt(0))
                && host.charAt(0) < 128
                && (host.charAt(1) == ':' || host.charAt(1) == '|');
    }

    private static boolean opaque(String rest) {
        String authority = rest.substring(0, end(rest, 0, false));
        int at = authority.lastIndexOf('@');
        String hostAndPort = authority.substring(at + 1);
        int port = portColon(hostAndPort);
        String host = port < 0 ? hostAndPort : hostAndPort.substring(0, port);
        if (host.isEmpty()) {
            return at < 0 && port < 0;
        }
        return (port < 0 || isPort(hostAndPort, port + 1)) && WebHost.isHost(host, false);
    }

    private static int portColon(String hostAndPort) {
        int colon = hostAndPort.indexOf(':', hostAndPort.startsWith("[") ? hostAndPort.indexOf(']') + 1 : 0);
        return colon;
    }

    private static boolean isPort(String text, int from) {
        int port = 0;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            port = port * 10 + (c - '0');
            if (c < '0' || c > '9' || port > 65_535) {
                return false;
            }
        }
        return true;
    }

    private static int end(String text, int from, boolean special) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '/' || c == '?' || c == '#' || (special && c == '\\')) {
                break;
            }
            at++;
        }
        return at;
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }
}
