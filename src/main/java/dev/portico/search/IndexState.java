package dev.portico.search;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How this node's index is.
///
/// @param documents  how many documents it holds
/// @param lag        for how long the oldest change that it does not hold yet has been committed; zero when it holds
///                   everything
/// @param rebuilding whether it is being built anew; the old one answers meanwhile
/// @param failure    why it cannot follow at the moment, or null
public record IndexState(
        long documents,
        Duration lag,
        boolean rebuilding,
        @Nullable String failure) {}
