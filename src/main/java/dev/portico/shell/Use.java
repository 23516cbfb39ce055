package dev.portico.shell;

import java.time.Duration;
import java.time.Instant;

/// How much and how lately an account has used something.
///
/// @param item  what, such as `entity:component:default/kettle`, `page:sources` or `action:theme.dark`
/// @param score how often, each use weighing half as much a week later; true for the moment of the last use
/// @param at    the last use
record Use(String item, double score, Instant at) {

    private static final double HALF_LIFE_MILLIS = Duration.ofDays(7).toMillis();

    /// The score as it is by now.
    double scoreAt(Instant now) {
        return score * Math.pow(0.5, Math.max(0, Duration.between(at, now).toMillis()) / HALF_LIFE_MILLIS);
    }

    /// Both together, where they are about the same item.
    Use plus(Use other) {
        Instant last = at.isAfter(other.at) ? at : other.at;
        return new Use(item, scoreAt(last) + other.scoreAt(last), last);
    }
}
