package dev.portico.storage;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where Portico keeps its data, and the address that people see.
///
/// @param home      the data folder; one portal at a time uses it
/// @param baseUrl   the address users see, without a slash at its end; links are made of it, never of what
///                  a request claims, and WebSockets open only from pages there
/// @param objects   where artifacts are kept: a folder, or `s3://bucket` with an optional `/prefix`; empty means the
///                  folder `objects` of the home
/// @param secretKey the key that encrypts secrets, shared by all nodes; empty means one made and kept in the home
@ConfigurationProperties("portico")
public record PorticoSettings(
        @DefaultValue(".portico") Path home,
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue("") String objects,
        @DefaultValue("") String secretKey) {

    public PorticoSettings {
        home = home.toAbsolutePath().normalize();
        baseUrl = withoutSlash(baseUrl);
        if (baseUrl.getHost() == null) {
            throw new IllegalArgumentException(
                    "PORTICO_BASE_URL is \"" + baseUrl + "\"; write an address such as https://portal.example.com");
        }
        if (objects.startsWith("s3:") && !namesBucket(objects)) {
            throw new IllegalArgumentException(
                    "PORTICO_OBJECTS is \"" + objects + "\"; write s3://bucket, or s3://bucket/prefix");
        }
        if (!secretKey.isEmpty() && secretKey.length() < 32) {
            throw new IllegalArgumentException("PORTICO_SECRET_KEY is too short; use 32 characters or more");
        }
    }

    private static boolean namesBucket(String objects) {
        String bucket = objects.startsWith("s3://") ? objects.substring("s3://".length()) : "";
        return !bucket.isEmpty() && !bucket.startsWith("/");
    }

    private static URI withoutSlash(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : address;
    }

    /// Without the secret key, so that settings may be logged.
    @Override
    public String toString() {
        return "PorticoSettings[home=" + home + ", baseUrl=" + baseUrl + ", objects=" + objects + "]";
    }
}
