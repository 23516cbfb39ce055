package dev.portico.shell;

import dev.portico.access.AdminSettings;
import dev.portico.access.SignInOptions;
import dev.portico.storage.PorticoSettings;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The last word of a start: where the portal is, and how to sign in.
@Component
final class Greeting {

    private static final Logger log = LoggerFactory.getLogger(Greeting.class);

    private final PorticoSettings portal;
    private final AdminSettings admin;
    private final SignInOptions options;

    Greeting(PorticoSettings portal, AdminSettings admin, SignInOptions options) {
        this.portal = portal;
        this.admin = admin;
        this.options = options;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void greet() {
        log.info(sentence());
    }

    String sentence() {
        String password = admin.password().isEmpty()
                ? "the password that the first start showed"
                : "the password in PORTICO_ADMIN_PASSWORD, unless it was changed since";
        String providers = options.providers().stream()
                .map(provider -> ", or by " + provider.label())
                .collect(Collectors.joining());
        return "Portico is ready at " + portal.baseUrl() + ": sign in as admin with " + password + providers + ".";
    }
}
