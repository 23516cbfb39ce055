package dev.portico.access;

import java.time.Instant;
import java.util.UUID;

/// A session of an account.
///
/// @param startedAt when the account signed in
/// @param address   where from, as the node saw it
/// @param agent     what the browser called itself; empty where it did not
/// @param current   whether it is the one that asks
public record SessionSummary(UUID id, Instant startedAt, String address, String agent, boolean current) {}
