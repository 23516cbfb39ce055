package dev.portico.catalog;

import java.util.Map;
import java.util.TreeMap;

/// What a Git host sends when something changed: headers, of which one proves who sent it, and a body.
///
/// @param headers the request's headers, by name in any case
/// @param body    the request's body as it was sent
/// @param from    the address that it came from
@SuppressWarnings("ArrayRecordComponent")
public record WebhookMessage(Map<String, String> headers, byte[] body, String from) {

    public WebhookMessage {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = copy;
    }
}
