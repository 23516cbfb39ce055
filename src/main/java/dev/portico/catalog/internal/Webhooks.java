package dev.portico.catalog.internal;

import dev.portico.access.ChangeGuard;
import dev.portico.catalog.WebhookMessage;
import dev.portico.catalog.internal.source.WebhookSignature;
import dev.portico.kernel.Refusal;
import dev.portico.secrets.SecretValue;
import dev.portico.secrets.Secrets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Checks that a message about a source comes from whoever shares the source's webhook secret.
@Component
public final class Webhooks {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

    private final Secrets secrets;
    private final ChangeGuard guard;

    Webhooks(Secrets secrets, ChangeGuard guard) {
        this.secrets = secrets;
        this.guard = guard;
    }

    /// Passes where the message proves the secret `webhook.NAME`; a refusal is audited.
    ///
    /// @throws Refusal.NotFound in every other case, always in the same words
    public void check(String source, WebhookMessage message) {
        Optional<SecretValue> secret = secrets.reveal("webhook." + source);
        boolean proven = secret.isPresent()
                && WebhookSignature.proves(
                        header -> message.headers().get(header),
                        message.body(),
                        secret.get().reveal());
        if (!proven) {
            LOG.atWarn()
                    .log(
                            "A message about the source {} was refused: {}",
                            source,
                            secret.isPresent()
                                    ? "its signature is wrong or missing"
                                    : "there is no secret webhook." + source);
            guard.unproven(secret.isPresent() ? source : "", message.from());
            throw new Refusal.NotFound(
                    "webhook-unknown",
                    "The message about " + source + " was not accepted. Check the name of the source, that the secret"
                            + " webhook." + source + " is stored and has 16 characters or more, and that the host signs"
                            + " with the same one.");
        }
    }
}
