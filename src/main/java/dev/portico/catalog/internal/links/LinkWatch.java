package dev.portico.catalog.internal.links;

import dev.portico.catalog.CatalogEvents;
import dev.portico.changes.ChangeListener;
import dev.portico.jobs.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Has the relations checked when entities changed, at once where all was quiet, and at most once a second.
///
/// They are checked at each start too: what was committed just before a crash was told to nobody.
@Component
final class LinkWatch implements ChangeListener {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Jobs jobs;
    private Instant earliest = Instant.EPOCH;

    LinkWatch(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String topic() {
        return CatalogEvents.ENTITIES;
    }

    /// A check that waits for its time will see what changed; it must not be put off by each further change.
    @Override
    public void changed(Collection<String> refs) {
        if (jobs.next(LinkCheck.NAME, LinkCheck.KEY).isEmpty()) {
            Instant now = Instant.now();
            Instant at = earliest.isAfter(now) ? earliest : now;
            jobs.schedule(LinkCheck.NAME, LinkCheck.KEY, at);
            earliest = at.plus(PAUSE);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        jobs.schedule(LinkCheck.NAME, LinkCheck.KEY, Instant.now());
    }
}
