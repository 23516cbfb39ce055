package dev.portico.catalog.web;

import dev.portico.access.PublicRoute;
import dev.portico.catalog.Sources;
import dev.portico.catalog.WebhookMessage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Takes the messages of Git hosts. They carry no account; their signature is their proof.
@RestController
final class WebhooksController {

    private static final String PATH = "/api/portico/sources/{name}/webhook";

    private final Sources sources;

    WebhooksController(Sources sources) {
        this.sources = sources;
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void notified(
            @PathVariable String name,
            @RequestHeader Map<String, String> headers,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request) {
        sources.notified(name, new WebhookMessage(headers, body == null ? new byte[0] : body, request.getRemoteAddr()));
    }

    /// Says that the route needs no sign-in, and why.
    @Configuration(proxyBeanMethods = false)
    static class Route {

        @Bean
        PublicRoute webhookRoute() {
            return new PublicRoute("POST", PATH, "The message is signed with a secret that its host shares.");
        }
    }
}
