package dev.portico.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is recorded of decisions: each different one of a day once.
///
/// @param on        whether decisions are recorded
/// @param keepDays  for how many days they are kept
/// @param decisions how many there are
/// @param since     the first day, by UTC, that there are any of; null where there are none
/// @param missed    how many found no room in that time and are not among them
public record RecordedDecisions(
        boolean on, int keepDays, long decisions, @Nullable LocalDate since, long missed) {}
