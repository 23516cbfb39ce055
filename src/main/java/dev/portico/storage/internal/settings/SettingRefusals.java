package dev.portico.storage.internal.settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says in one line why a start ended, where that was a setting.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingRefusals implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger(SettingRefusals.class);

    /// Made by the framework, which hands over the context that did not start.
    SettingRefusals(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        if (failure instanceof SettingRefused refused) {
            log.error("Portico does not start: {}", refused.getMessage());
            return true;
        }
        return false;
    }
}
