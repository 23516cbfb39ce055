package dev.portico.api.bodies;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How much a request for REST may send.
///
/// @param push how large the descriptors that a program pushes may be, 1MB to 1GB; every other body has 5 MiB at most
@Validated
@ConfigurationProperties("portico.api.bodies")
public record BodySettings(@DefaultValue("128MB") DataSize push) {

    private static final DataSize LEAST = DataSize.ofMegabytes(1);
    private static final DataSize MOST = DataSize.ofGigabytes(1);

    public BodySettings {
        if (push.compareTo(LEAST) < 0 || push.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("portico.api.bodies.push is 1MB to 1GB");
        }
    }
}
