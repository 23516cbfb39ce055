package dev.portico.outbound.internal;

import dev.portico.kernel.Refusal;
import dev.portico.outbound.Outbound;
import dev.portico.outbound.OutboundExchange;
import dev.portico.outbound.OutboundInterrupted;
import dev.portico.outbound.OutboundRequest;
import dev.portico.outbound.OutboundResponse;
import dev.portico.outbound.OutboundSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLException;

/// The guarded client: repeats what may be repeated, and turns failures into refusals that a person understands.
final class GuardedOutbound implements Outbound, AutoCloseable {

    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private final OutboundSettings settings;
    private final Hops hops;
    private final Pause pause;

    GuardedOutbound(OutboundSettings settings, Hops hops, Pause pause) {
        this.settings = settings;
        this.hops = hops;
        this.pause = pause;
    }

    @Override
    public OutboundResponse fetch(OutboundRequest request) {
        Destination first = Destination.parse(request.url());
        Deadline deadline = Deadline.in(request.timeout().orElse(settings.timeout()));
        int repetitions = REPEATABLE.contains(request.method()) ? settings.retries() : 0;
        for (int attempt = 0; ; attempt++) {
            boolean last = attempt >= repetitions;
            Duration wait = backOff(attempt);
            try {
                OutboundResponse response = fetchOnce(request, first, deadline);
                wait = asked(response).orElse(wait);
                if (last || !PASSING.contains(response.status()) || !fits(wait, deadline)) {
                    return response;
                }
            } catch (OutboundInterrupted passedLimit) {
                throw interrupted(passedLimit);
            } catch (IOException failed) {
                if (last || failed instanceof SSLException || !fits(wait, deadline)) {
                    throw unreachable(first, failed, deadline);
                }
            }
            pause.hold(wait);
        }
    }

    @Override
    public OutboundExchange open(OutboundRequest request) {
        Destination first = Destination.parse(request.url());
        Deadline deadline = Deadline.in(request.timeout().orElse(settings.timeout()));
        try {
            return hops.call(request, first, deadline);
        } catch (IOException failed) {
            throw unreachable(first, failed, deadline);
        }
    }

    @Override
    public void close() throws IOException {
        hops.close();
    }

    private OutboundResponse fetchOnce(OutboundRequest request, Destination first, Deadline deadline)
            throws IOException {
        try (OutboundExchange exchange = hops.call(request, first, deadline)) {
            byte[] body = exchange.body().readAllBytes();
            return new OutboundResponse(exchange.status(), exchange.headers(), exchange.address(), body);
        }
    }

    private Duration backOff(int attempt) {
        long doubled = settings.retryPause().toMillis() << Math.min(attempt, 10);
        return Duration.ofMillis(doubled / 2 + ThreadLocalRandom.current().nextLong(doubled / 2 + 1));
    }

    private static boolean fits(Duration wait, Deadline deadline) {
        return wait.toMillis() < deadline.remainingMillis();
    }

    private static Optional<Duration> asked(OutboundResponse response) {
        return response.header("Retry-After")
                .filter(value ->
                        !value.isEmpty() && value.length() < 6 && value.chars().allMatch(Character::isDigit))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private static Refusal interrupted(OutboundInterrupted passedLimit) {
        String message = passedLimit.getMessage() + '.';
        return passedLimit.tooLarge()
                ? new Refusal.InvalidInput("outbound-too-large", message)
                : new Refusal.Unavailable("outbound-timeout", message);
    }

    private static Refusal unreachable(Destination destination, IOException cause, Deadline deadline) {
        if (deadline.passed()) {
            return new Refusal.Unavailable(
                    "outbound-timeout",
                    destination.shown() + " did not answer within the limit of time. Try again later.");
        }
        String why = cause instanceof SSLException
                ? " did not prove by a certificate that it is " + destination.host()
                : " could not be reached, or broke off";
        return new Refusal.Unavailable(
                "outbound-unreachable",
                destination.shown() + why + " (" + cause.getClass().getSimpleName() + "). Check the address.");
    }
}
