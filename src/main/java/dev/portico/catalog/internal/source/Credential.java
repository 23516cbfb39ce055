package dev.portico.catalog.internal.source;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import dev.portico.secrets.SecretValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The credential of one source: a value and the origin it is for.
///
/// A value is a token, or `user:password`, or a whole `Authorization` value that begins with `Basic `, `Bearer ` or
/// `token `.
final class Credential {

    private final String origin;
    private final SecretValue secret;
    private final String tokenUser;

    private Credential(String origin, SecretValue secret, String tokenUser) {
        this.origin = origin;
        this.secret = secret;
        this.tokenUser = tokenUser;
    }

    /// The credential that a target names; null where it names none.
    ///
    /// @throws SourceUnreadable where there is no such secret
    static @Nullable Credential of(SourceTarget target, Credentials credentials, GitHosts hosts) {
        String name = target.secret();
        if (name == null) {
            return null;
        }
        SecretValue secret = credentials
                .value(name)
                .orElseThrow(() -> new SourceUnreadable(
                        Reason.UNAUTHORISED,
                        target.ref(),
                        "There is no secret named " + name + ". Store it, or name another in the source"));
        Optional<GitHost> kind = hosts.kindOf(URI.create(target.target()));
        return new Credential(
                origin(target.target()), secret, kind.map(GitHost::tokenUser).orElse("x-access-token"));
    }

    /// Whether this is the credential for a URL: same scheme, host and port.
    boolean isFor(String url) {
        return origin.equals(origin(url));
    }

    /// The `Authorization` value for a plain call.
    String forHttp() {
        String value = secret.reveal().strip();
        if (isWhole(value)) {
            return value;
        }
        return value.indexOf(':') > 0 ? basic(value) : "Bearer " + value;
    }

    /// The `Authorization` value for Git, which knows users and passwords only.
    String forGit() {
        String value = secret.reveal().strip();
        if (isWhole(value)) {
            return value;
        }
        return basic(value.indexOf(':') > 0 ? value : tokenUser + ':' + value);
    }

    @Override
    public String toString() {
        return "credential for " + origin;
    }

    private static boolean isWhole(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.startsWith("basic ") || lower.startsWith("bearer ") || lower.startsWith("token ");
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ':' + port;
    }
}
