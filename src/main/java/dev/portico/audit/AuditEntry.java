package dev.portico.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/// A row of the audit trail.
///
/// @param at      when it was written, by the database's clock
/// @param actor   the subject of the reader who did it
/// @param action  what was done; rows of a portal older than the names of deeds say the permission that it took
/// @param permission the permission that decided; null where the action is one and decided itself, or where none did
/// @param account the account behind it, or null for a service token or a job of Portico's own
/// @param before  the thing's state before, as JSON, or null where it did not exist
/// @param after   the state after, as JSON, or null where it no longer exists
/// @param refused whether this was an attempt that was refused
/// @param reason  why it was refused, where it was not for want of the permission
/// @param request the id of the request it was done in, or null where there was none
/// @param row     its place in the chain, or null where it was not asked for or the row waits to be linked
public record AuditEntry(
        UUID id,
        Instant at,
        String actor,
        @Nullable UUID account,
        String action,
        @Nullable String permission,
        String thingType,
        String thingId,
        @Nullable String before,
        @Nullable String after,
        boolean refused,
        @Nullable String reason,
        @Nullable String request,
        @Nullable Long row) {

    static final RowMapper<AuditEntry> ROW = (row, number) -> new AuditEntry(
            row.getObject("id", UUID.class),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("actor"),
            row.getObject("account", UUID.class),
            row.getString("action"),
            row.getString("permission"),
            row.getString("thing_type"),
            row.getString("thing_id"),
            row.getString("before"),
            row.getString("after"),
            row.getBoolean("refused"),
            row.getString("reason"),
            row.getString("request"),
            row.getObject("n", Long.class));
}
