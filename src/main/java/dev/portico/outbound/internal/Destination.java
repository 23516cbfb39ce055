package dev.portico.outbound.internal;

import dev.portico.kernel.Refusal;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A URL taken apart: where a call goes. Refuses every spelling of a host that two parsers could read differently.
///
/// @param scheme  `http` or `https`
/// @param host    a name in lower case, four decimal numbers, or an IPv6 address without brackets
/// @param port    the port, also where the URL leaves it out
/// @param literal the address where the host is one, null where it is a name
/// @param uri     the URL without its fragment, in ASCII
record Destination(
        String scheme, String host, int port, @Nullable InetAddress literal, URI uri) {

    static final String REFUSED = "outbound-address";

    /// Takes a URL apart.
    static Destination parse(String url) {
        refuseUnless(url.chars().allMatch(c -> c > ' ' && c != 127 && c != '\\'), url, "it holds a character that");
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException notAUri) {
            throw refused(url, "it is not a URL; write https://host/path");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused(url, "only http and https are called");
        }
        String authority = uri.getRawAuthority();
        if (authority == null || authority.indexOf('@') >= 0) {
            throw refused(url, "it carries a user name; name a credential instead");
        }
        String host = uri.getHost();
        if (host == null || !authority.chars().allMatch(c -> c < 128 && c != '%')) {
            throw refused(url, "its host is not written plainly; write a name, four decimal numbers or [IPv6]");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        if (port < 1 || port > 65_535) {
            throw refused(url, "its port is none");
        }
        InetAddress literal = literal(host, url);
        String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new Destination(scheme, plain.toLowerCase(Locale.ROOT), port, literal, withoutFragment(uri));
    }

    /// Where a redirect from here leads.
    Destination redirected(String location) {
        try {
            return parse(uri.resolve(new URI(location)).toString());
        } catch (URISyntaxException | IllegalArgumentException notAUri) {
            throw refused(uri.toString(), "it redirects to something that is not a URL");
        }
    }

    /// `host:port`, the form of an exception; an IPv6 address in brackets.
    String hostAndPort() {
        return (host.indexOf(':') >= 0 ? '[' + host + ']' : host) + ':' + port;
    }

    boolean sameOrigin(Destination other) {
        return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
    }

    /// The URL for messages: without its query, which may hold a credential.
    String shown() {
        return shown(uri.toString());
    }

    static Refusal.InvalidInput refused(String url, String why) {
        return new Refusal.InvalidInput(REFUSED, "Portico does not call " + shown(url) + ": " + why);
    }

    private static @Nullable InetAddress literal(String host, String url) {
        if (host.startsWith("[")) {
            InetAddress address = InetAddress.ofLiteral(host.substring(1, host.length() - 1));
            if (address instanceof Inet4Address) {
                throw refused(url, "it hides an IPv4 address in an IPv6 one; write the IPv4 address");
            }
            return address;
        }
        if (host.endsWith(".")) {
            throw refused(url, "its host ends in a dot; leave the dot out");
        }
        String last = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!last.isEmpty() && Character.isDigit(last.charAt(0)) && looksNumeric(last)) {
            if (!isFourDecimals(host)) {
                throw refused(url, "its address is written oddly; write four decimal numbers");
            }
            return InetAddress.ofLiteral(host);
        }
        return null;
    }

    private static boolean looksNumeric(String label) {
        String digits = label.startsWith("0x") ? label.substring(2) : label;
        return digits.chars().allMatch(c -> Character.digit(c, label.startsWith("0x") ? 16 : 10) >= 0);
    }

    private static boolean isFourDecimals(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            boolean decimal = !part.isEmpty()
                    && part.length() <= 3
                    && part.chars().allMatch(c -> c >= '0' && c <= '9')
                    && (part.length() == 1 || part.charAt(0) != '0');
            if (!decimal || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }

    private static URI withoutFragment(URI uri) {
        String text = uri.toASCIIString();
        int hash = text.indexOf('#');
        return URI.create(hash < 0 ? text : text.substring(0, hash));
    }

    private static void refuseUnless(boolean condition, String url, String why) {
        if (!condition) {
            throw refused(url, why + " no URL has");
        }
    }

    private static String shown(String url) {
        StringBuilder visible = new StringBuilder();
        url.codePoints().limit(200).forEach(c -> visible.appendCodePoint(c > ' ' && c < 127 ? c : '_'));
        int query = visible.indexOf("?");
        String shown = query < 0 ? visible.toString() : visible.substring(0, query);
        int at = shown.lastIndexOf('@');
        int slashes = shown.indexOf("//");
        return at > slashes && slashes >= 0 ? shown.substring(0, slashes + 2) + shown.substring(at + 1) : shown;
    }
}
