package dev.portico.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What calls to the outside may do.
///
/// @param allow              exact `host:port` pairs that the guard lets through whatever address they have
/// @param ports              the ports that may be called without an exception
/// @param connectTimeout     how long a connection may take to come about
/// @param timeout            how long a call may take in all, where it sets no limit
/// @param maxBytes           how large a body may be, where the call sets no limit
/// @param maxRedirects       how many redirects of a call are followed
/// @param retries            how often a call that changes nothing is tried again
/// @param retryPause         the pause before the first repetition; each further one doubles it
/// @param perHost            how many calls to a host may run at once
/// @param perHostPerMinute   how many calls to a host may start within a minute
@ConfigurationProperties("portico.outbound")
public record OutboundSettings(
        @DefaultValue Set<String> allow,
        @DefaultValue({"80", "443", "8080", "8443"}) Set<Integer> ports,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("20MB") DataSize maxBytes,
        @DefaultValue("5") int maxRedirects,
        @DefaultValue("2") int retries,
        @DefaultValue("200ms") Duration retryPause,
        @DefaultValue("8") int perHost,
        @DefaultValue("600") int perHostPerMinute) {

    public OutboundSettings {
        allow = allow.stream()
                .map(String::strip)
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        for (String pair : allow) {
            if (!pair.matches("(\\[[0-9a-f:.]+]|[a-z0-9._-]+):[0-9]{1,5}")) {
                throw new IllegalArgumentException("portico.outbound.allow holds \"" + pair
                        + "\"; each exception is written host:port, such as git.example.com:8443");
            }
        }
        ports = Set.copyOf(ports);
        if (ports.stream().anyMatch(port -> port < 1 || port > 65_535)) {
            throw new IllegalArgumentException("portico.outbound.ports are whole numbers from 1 to 65535");
        }
        positive("connect-timeout", connectTimeout);
        positive("timeout", timeout);
        positive("retry-pause", retryPause);
        for (int count : List.of(perHost, perHostPerMinute)) {
            if (count < 1) {
                throw new IllegalArgumentException("portico.outbound.per-host and .per-host-per-minute are at least 1");
            }
        }
        if (maxRedirects < 0 || retries < 0 || maxBytes.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "portico.outbound.max-redirects, .retries and .max-bytes cannot be negative");
        }
    }

    private static void positive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("portico.outbound." + name + " has to be longer than nothing");
        }
    }
}
