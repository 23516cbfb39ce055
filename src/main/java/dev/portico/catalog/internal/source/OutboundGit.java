package dev.portico.catalog.internal.source;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import dev.portico.kernel.Refusal;
import dev.portico.outbound.Outbound;
import dev.portico.outbound.OutboundExchange;
import dev.portico.outbound.OutboundInterrupted;
import dev.portico.outbound.OutboundRequest;
import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/// Lets the Git library speak HTTP through the guarded client, for one fetch: each of its calls, redirects included,
/// passes the guard, and the credential goes to the host of the repository alone. Remembers what went wrong, since the
/// library's own words for it are few.
final class OutboundGit implements HttpConnectionFactory {

    private static final String ADVERTISEMENT = "application/x-git-upload-pack-advertisement";

    private final Outbound outbound;
    private final SourceSettings settings;
    private final SourceTarget target;
    private final @Nullable Credential credential;
    private @Nullable SourceUnreadable failure;

    OutboundGit(Outbound outbound, SourceSettings settings, SourceTarget target, @Nullable Credential credential) {
        this.outbound = outbound;
        this.settings = settings;
        this.target = target;
        this.credential = credential;
    }

    @Override
    public HttpConnection create(URL url) {
        return new OutboundGitConnection(url, this);
    }

    @Override
    public HttpConnection create(URL url, @Nullable Proxy proxy) {
        return create(url);
    }

    /// What went wrong with a call; null where nothing did.
    @Nullable
    SourceUnreadable failure() {
        return failure;
    }

    /// Makes a call.
    OutboundExchange send(URL url, OutboundRequest request) throws IOException {
        OutboundRequest call = request.withoutRedirects()
                .withMaxBytes(settings.maxRepositorySize().toBytes())
                .withTimeout(settings.fetchTimeout());
        OutboundExchange exchange;
        try {
            if (credential != null && credential.isFor(url.toString())) {
                call = call.withSecret("Authorization", credential.forGit());
            }
            exchange = outbound.open(call);
        } catch (Refusal refusal) {
            throw failed(
                    refusal instanceof Refusal.InvalidInput ? Reason.REFUSED : Reason.UNREACHABLE,
                    refusal.reason(),
                    refusal);
        }
        try {
            refuse(url, exchange);
        } catch (IOException refused) {
            exchange.close();
            throw refused;
        }
        return exchange;
    }

    /// Notes that a body broke off.
    IOException brokeOff(IOException cause) {
        boolean tooLarge = cause instanceof OutboundInterrupted cut && cut.tooLarge();
        return failed(
                tooLarge ? Reason.TOO_LARGE : Reason.UNREACHABLE,
                tooLarge
                        ? target.target() + " is larger than portico.sources.max-repository-size allows"
                        : "Fetching " + target.target() + " broke off. It is tried again",
                cause);
    }

    private void refuse(URL url, OutboundExchange exchange) throws IOException {
        int status = exchange.status();
        if (status == 401 || status == 403) {
            throw failed(
                    Reason.UNAUTHORISED,
                    target.target() + " may not be read (status " + status + "). "
                            + (credential == null ? "Name a credential" : "Check what the credential may read"),
                    null);
        }
        if (status == 404 || status == 410) {
            throw failed(
                    Reason.MISSING, target.target() + " is not there, or needs a credential. Check the address", null);
        }
        if (status == 429 || status >= 500) {
            throw failed(
                    Reason.UNREACHABLE,
                    target.target() + " is not to be had at the moment (status " + status + "). It is tried again",
                    null);
        }
        String type = exchange.header("Content-Type").orElse("");
        if (status == 200 && url.getPath().endsWith("/info/refs") && !type.startsWith(ADVERTISEMENT)) {
            throw failed(
                    Reason.REFUSED,
                    target.target() + " does not speak Git's smart HTTP. Check that the address is a repository's",
                    null);
        }
    }

    private IOException failed(Reason reason, String message, @Nullable Throwable cause) {
        failure = new SourceUnreadable(reason, target.ref(), message, cause);
        return new IOException(message, cause);
    }
}
