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
/// @param before  the thing's state before, as JSON, or null where it did not exist
/// @param after   the state after, as JSON, or null where it no longer exists
/// @param refused whether this was an attempt that was refused
/// @param request the id of the request it was done in, or null where there was none
public record AuditEntry(
        UUID id,
        Instant at,
        String actor,
        String action,
        String thingType,
        String thingId,
        @Nullable String before,
        @Nullable String after,
        boolean refused,
        @Nullable String request) {

    static final RowMapper<AuditEntry> ROW = (row, number) -> new AuditEntry(
            row.getObject("id", UUID.class),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("actor"),
            row.getString("action"),
            row.getString("thing_type"),
            row.getString("thing_id"),
            row.getString("before"),
            row.getString("after"),
            row.getBoolean("refused"),
            row.getString("request"));
}
