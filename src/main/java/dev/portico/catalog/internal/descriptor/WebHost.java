package dev.portico.catalog.internal.descriptor;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The host of a URL, by the rules of browsers (WHATWG URL, "host parsing").
final class WebHost {

    private static final String FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|";

    private WebHost() {}

    /// @param special whether the scheme is one of the web's own, whose hosts are domains or addresses
    static boolean isHost(String host, boolean special) {
        if (host.startsWith("[")) {
            return host.endsWith("]") && isAddress6(host.substring(1, host.length() - 1));
        }
        if (!special) {
            return host.chars().noneMatch(c -> FORBIDDEN.indexOf(c) >= 0);
        }
        String domain = ascii(decode(host));
        if (domain.isEmpty()
                || domain.chars().anyMatch(c -> c < ' ' || c == '%' || c == 0x7F || FORBIDDEN.indexOf(c) >= 0)) {
            return false;
        }
        return !endsInNumber(domain) || isAddress4(domain);
    }

    /// The host as it goes into the domain name system, label by label; empty where a label cannot.
    private static String ascii(String host) {
        StringBuilder ascii = new StringBuilder(host.length());
        for (String label : host.toLowerCase(Locale.ROOT).split("[.\u3002\uFF0E\uFF61]", -1)) {
            boolean plain = label.chars().allMatch(c -> c < 128);
            try {
                ascii.append('.')
                        .append(plain ? label : IDN.toASCII(label.replace("\u00AD", ""), IDN.ALLOW_UNASSIGNED));
            } catch (IllegalArgumentException e) {
                return "";
            }
            if (label.equals("xn--")) {
                return "";
            }
        }
        return ascii.isEmpty() ? "" : ascii.substring(1);
    }

    private static String decode(String host) {
        if (host.indexOf('%') < 0) {
            return host;
        }
        byte[] bytes = host.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            int high = at + 2 < bytes.length && bytes[at] == '%' ? Character.digit(bytes[at + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[at + 2], 16) : -1;
            if (low >= 0) {
                decoded.write(high * 16 + low);
                at += 2;
            } else {
                decoded.write(bytes[at]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static boolean endsInNumber(String domain) {
        String text = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        String last = text.substring(text.lastIndexOf('.') + 1);
        return !last.isEmpty()
                && (last.chars().allMatch(c -> c >= '0' && c <= '9') || (last.startsWith("0x") && number(last) >= 0));
    }

    private static boolean isAddress4(String domain) {
        String text = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        String[] parts = text.split("\\.", -1);
        if (parts.length > 4) {
            return false;
        }
        for (int at = 0; at < parts.length; at++) {
            long most = at < parts.length - 1 ? 255 : (1L << (8 * (5 - parts.length))) - 1;
            long number = number(parts[at]);
            if (number < 0 || number > most) {
                return false;
            }
        }
        return true;
    }

    private static long number(String part) {
        if (part.isEmpty()) {
            return -1;
        }
        int radix = part.startsWith("0x") ? 16 : part.length() > 1 && part.startsWith("0") ? 8 : 10;
        long number = 0;
        for (int at = radix == 16 ? 2 : radix == 8 ? 1 : 0; at < part.length(); at++) {
            int digit = part.charAt(at) < 128 ? Character.digit(part.charAt(at), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = Math.min(number * radix + digit, 1L << 40);
        }
        return number;
    }

    private static boolean isAddress6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int pieces = 0;
        String plain =
                gap < 0 ? text : gap == 0 ? text.substring(2) : text.substring(0, gap) + ":" + text.substring(gap + 2);
        if (plain.endsWith(":") && gap >= 0) {
            plain = plain.substring(0, plain.length() - 1);
        }
        String[] parts = plain.isEmpty() ? new String[0] : plain.split(":", -1);
        for (int at = 0; at < parts.length; at++) {
            boolean last = at == parts.length - 1;
            if (last && parts[at].indexOf('.') >= 0) {
                String[] numbers = parts[at].split("\\.", -1);
                if (numbers.length != 4 || !isDotted(numbers)) {
                    return false;
                }
                pieces += 2;
            } else if (parts[at].isEmpty()
                    || parts[at].length() > 4
                    || !parts[at].chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0)) {
                return false;
            } else {
                pieces++;
            }
        }
        return gap < 0 ? pieces == 8 : pieces < 8;
    }

    private static boolean isDotted(String[] numbers) {
        for (String number : numbers) {
            boolean digits =
                    !number.isEmpty() && number.length() <= 3 && number.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!digits || (number.length() > 1 && number.startsWith("0")) || Integer.parseInt(number) > 255) {
                return false;
            }
        }
        return true;
    }
}
