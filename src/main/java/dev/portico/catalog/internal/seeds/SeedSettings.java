package dev.portico.catalog.internal.seeds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether the sample company is loaded.
///
/// @param load whether a first start brings it
@ConfigurationProperties("portico.catalog.seeds")
record SeedSettings(@DefaultValue("false") boolean load) {}
