package dev.portico.jobs.internal;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says once when jobs cannot be looked for, and once when they can again.
///
/// db-scheduler's own logger says so each second, with a stack trace, for as long as the database is away; it is
/// switched off by `logging.level` and can be switched on there.
final class Outage extends AbstractSchedulerListener {

    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    private final AtomicBoolean away = new AtomicBoolean();

    @Override
    public void onSchedulerEvent(SchedulerEventType event) {
        if (event == SchedulerEventType.UNEXPECTED_ERROR && !away.getAndSet(true)) {
            log.warn("Jobs cannot be looked for at the moment, as when the database is away; it is tried again each"
                    + " second. logging.level.com.github.kagkarlsson.scheduler.RunUntilShutdown=error and"
                    + " .RunAndLogErrors=error tell more");
        } else if (event == SchedulerEventType.RAN_EXECUTE_DUE && away.getAndSet(false)) {
            log.info("Jobs are looked for again");
        }
    }
}
