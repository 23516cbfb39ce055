package dev.portico.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Access reviews.
///
/// @param keep how long a review that was closed is kept
@Validated
@ConfigurationProperties("portico.access.review")
public record ReviewSettings(@DefaultValue("1095d") Duration keep) {

    public ReviewSettings {
        if (!keep.isPositive()) {
            throw new IllegalArgumentException("portico.access.review.keep is not longer than nothing");
        }
    }
}
