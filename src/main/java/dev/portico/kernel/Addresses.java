package dev.portico.kernel;

import java.net.Inet6Address;
import java.net.InetAddress;

/// Internet addresses as people write them.
public final class Addresses {

    private static final int GROUPS = 8;

    private Addresses() {}

    /// An address in the one form that RFC 5952 gives it: `::1` for `0:0:0:0:0:0:0:1`. What is no IPv6 address stays as
    /// it is, and one with a zone keeps it.
    public static String canonical(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        int percent = address.indexOf('%');
        String zone = percent < 0 ? "" : address.substring(percent);
        try {
            InetAddress parsed = InetAddress.ofLiteral(percent < 0 ? address : address.substring(0, percent));
            return (parsed instanceof Inet6Address ? shortest(parsed.getAddress()) : parsed.getHostAddress()) + zone;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    /// The longest run of two or more zero groups, the first of equals, is left out.
    private static String shortest(byte[] bytes) {
        int[] groups = new int[GROUPS];
        for (int at = 0; at < GROUPS; at++) {
            groups[at] = ((bytes[2 * at] & 0xff) << 8) | (bytes[2 * at + 1] & 0xff);
        }
        int start = -1;
        int longest = 1;
        for (int at = 0; at < GROUPS; at++) {
            int end = at;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - at > longest) {
                start = at;
                longest = end - at;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < GROUPS; at++) {
            if (at == start) {
                text.append("::");
                at += longest - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[at]));
            }
        }
        return text.toString();
    }
}
