package dev.portico.outbound.internal;

import dev.portico.kernel.Refusal;
import dev.portico.outbound.OutboundExchange;
import dev.portico.outbound.OutboundRequest;
import dev.portico.outbound.OutboundSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/// Makes one call with its redirects. Each hop passes the guard anew, and what the caller sent along goes no further
/// than the origin it was meant for.
final class Hops implements AutoCloseable {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> FOLLOWED = Set.of("GET", "HEAD");
    private static final Set<String> SENT_ANYWHERE =
            Set.of("accept", "accept-language", "if-none-match", "if-modified-since", "user-agent");

    private final OutboundSettings settings;
    private final AddressGuard guard;
    private final PinnedTransport transport;
    private final HostBudgets budgets;
    private final ScheduledThreadPoolExecutor cutter;

    Hops(OutboundSettings settings, AddressGuard guard, PinnedTransport transport, HostBudgets budgets) {
        this.settings = settings;
        this.guard = guard;
        this.transport = transport;
        this.budgets = budgets;
        this.cutter = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("outbound-deadlines").factory());
        this.cutter.setRemoveOnCancelPolicy(true);
    }

    /// Calls, and follows redirects where the request wants them followed.
    OutboundExchange call(OutboundRequest request, Destination first, Deadline deadline) throws IOException {
        Destination hop = first;
        boolean follow = request.followRedirects() && FOLLOWED.contains(request.method());
        for (int redirects = 0; ; redirects++) {
            OutboundExchange answer = hop(request, hop, hop.sameOrigin(first), deadline);
            String location = answer.header("Location").orElse("");
            if (!follow || location.isEmpty() || !REDIRECTS.contains(answer.status())) {
                return answer;
            }
            answer.close();
            if (redirects >= settings.maxRedirects()) {
                throw Destination.refused(first.uri().toString(), "it redirects more than " + redirects + " times");
            }
            Destination next = hop.redirected(location);
            if (hop.scheme().equals("https") && next.scheme().equals("http")) {
                throw Destination.refused(first.uri().toString(), "it redirects from https to http");
            }
            hop = next;
        }
    }

    @Override
    public void close() throws IOException {
        cutter.shutdownNow();
        transport.close();
    }

    private OutboundExchange hop(OutboundRequest request, Destination hop, boolean origin, Deadline deadline)
            throws IOException {
        List<InetAddress> addresses = guard.passed(hop, deadline);
        HttpUriRequestBase message = message(request, hop, origin);
        // Nothing that may throw comes between the place and what gives it back.
        HostBudgets.Place place = budgets.enter(hop, deadline);
        ScheduledFuture<?> cut =
                cutter.schedule(message::cancel, deadline.remainingMillis() + 1, TimeUnit.MILLISECONDS);
        Runnable release = () -> {
            cut.cancel(false);
            place.close();
        };
        boolean handedOver = false;
        try {
            ClassicHttpResponse response = sendToAny(hop, addresses, message);
            long limit = request.maxBytes().orElse(settings.maxBytes().toBytes());
            Answer answer = new Answer(hop, response, limit, deadline, message::cancel, release);
            handedOver = true;
            return answer;
        } finally {
            if (!handedOver) {
                message.cancel();
                release.run();
            }
        }
    }

    private ClassicHttpResponse sendToAny(Destination hop, List<InetAddress> addresses, HttpUriRequestBase message)
            throws IOException {
        IOException refused = new ConnectException(hop.host() + " has no address");
        for (InetAddress address : addresses) {
            try {
                return transport.send(hop, address, message);
            } catch (ConnectException | ConnectTimeoutException noConnection) {
                refused = noConnection;
            }
        }
        throw refused;
    }

    private HttpUriRequestBase message(OutboundRequest request, Destination hop, boolean origin) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), hop.uri());
        message.setHeader("User-Agent", "Portico");
        message.setHeader("Accept-Encoding", "gzip");
        for (OutboundRequest.Header header : request.headers()) {
            boolean anywhere = SENT_ANYWHERE.contains(header.name().toLowerCase(Locale.ROOT)) && !header.secret();
            if (header.secret() && origin) {
                refusePlain(hop);
            }
            if ((origin || anywhere) && !isOurs(header.name())) {
                message.setHeader(header.name(), header.value());
            }
        }
        request.body().ifPresent(body -> message.setEntity(new ByteArrayEntity(body, null)));
        Header contentType = message.getFirstHeader("Content-Type");
        if (contentType == null && request.body().isPresent()) {
            message.setHeader("Content-Type", "application/octet-stream");
        }
        return message;
    }

    private void refusePlain(Destination hop) {
        if (hop.scheme().equals("http") && !guard.isException(hop)) {
            throw new Refusal.InvalidInput(
                    "outbound-plain",
                    "Portico does not send a credential to " + hop.shown()
                            + " by http. Use https, or have an admin add " + hop.hostAndPort()
                            + " to PORTICO_OUTBOUND_ALLOW.");
        }
    }

    private static boolean isOurs(String name) {
        return Set.of("host", "connection", "accept-encoding", "content-length", "transfer-encoding")
                .contains(name.toLowerCase(Locale.ROOT));
    }
}
