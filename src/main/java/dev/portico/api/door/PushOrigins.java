package dev.portico.api.door;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/// Lets WebSockets be opened only from pages at the portal's address: scheme, host and port. No browser leaves out the
/// origin of a WebSocket, so one without is refused too.
///
/// Where the portal's address is of this machine, as it is on one's own, any other name of this machine will do, as
/// long as the page comes from where the socket leads to. A name that is not of this machine never does, so no foreign
/// name that points here opens one.
final class PushOrigins implements Filter {

    private static final Logger log = LoggerFactory.getLogger(PushOrigins.class);
    private static final EarlyAnswer REFUSED = new EarlyAnswer(
            403,
            "Forbidden",
            "origin-foreign",
            "A WebSocket is opened only by a page at the portal's own address, which is set as portico.base-url"
                    + " (PORTICO_BASE_URL).");

    private final URI address;
    private final AtomicBoolean said = new AtomicBoolean();

    /// @param address the portal's, as people see it
    PushOrigins(URI address) {
        this.address = address;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (!opensSocket(http) || isOwn(http)) {
            chain.doFilter(request, response);
            return;
        }
        if (said.compareAndSet(false, true)) {
            log.warn(
                    "A WebSocket was refused that a page at another address than {} wanted. Pages that people open at"
                            + " another address poll instead; set portico.base-url to the address that they use",
                    address);
        }
        REFUSED.send(http, (HttpServletResponse) response);
    }

    private static boolean opensSocket(HttpServletRequest http) {
        return Collections.list(http.getHeaders(HttpHeaders.UPGRADE)).stream()
                .anyMatch(protocols -> protocols.toLowerCase(Locale.ROOT).contains("websocket"));
    }

    private boolean isOwn(HttpServletRequest http) {
        Optional<Origin> own = Origin.of(address);
        Optional<Origin> page = Origin.of(http.getHeader(HttpHeaders.ORIGIN));
        if (page.isEmpty() || page.equals(own)) {
            return page.isPresent();
        }
        return own.filter(Origin::isThisMachine).isPresent()
                && page.get().isThisMachine()
                && page.equals(Origin.of(http.getRequestURL().toString()));
    }
}
