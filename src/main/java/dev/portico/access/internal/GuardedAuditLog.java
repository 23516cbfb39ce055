package dev.portico.access.internal;

import dev.portico.access.AuditLog;
import dev.portico.audit.Audit;
import dev.portico.audit.AuditEntry;
import dev.portico.audit.AuditQuery;
import dev.portico.audit.AuditTrail;
import dev.portico.audit.ChainState;
import dev.portico.audit.Verification;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Puts the guard before the trail, and records who takes it out.
@Service
final class GuardedAuditLog implements AuditLog {

    private static final String TYPE = "audit";

    private final AuditTrail trail;
    private final Guard guard;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final JsonMapper json;

    GuardedAuditLog(AuditTrail trail, Guard guard, Audit audit, TransactionOperations transactions, JsonMapper json) {
        this.trail = trail;
        this.guard = guard;
        this.audit = audit;
        this.transactions = transactions;
        this.json = json;
    }

    @Override
    public List<AuditEntry> page(Reader reader, AuditQuery query, @Nullable UUID after, int limit) {
        guard.requireReading(reader, AuditPermissions.READ);
        return trail.page(query, after, limit);
    }

    @Override
    public Stream<AuditEntry> export(Reader reader, AuditQuery query, String format) {
        guard.require(reader, AuditPermissions.EXPORT, TYPE, format);
        record(reader, AuditPermissions.EXPORT.name(), format, Map.of("query", query));
        return Stream.iterate(
                        trail.page(query, null, AuditTrail.LONGEST_PAGE),
                        page -> !page.isEmpty(),
                        page -> page.size() < AuditTrail.LONGEST_PAGE
                                ? List.of()
                                : trail.page(query, page.getLast().id(), AuditTrail.LONGEST_PAGE))
                .flatMap(List::stream);
    }

    @Override
    public ChainState chain(Reader reader) {
        guard.requireReading(reader, AuditPermissions.READ);
        return trail.chain();
    }

    @Override
    public Verification verify(Reader reader) {
        guard.require(reader, AuditPermissions.VERIFY, TYPE, "chain");
        Verification found = trail.verify();
        record(reader, AuditPermissions.VERIFY.name(), "chain", Map.of("intact", found.intact(), "to", found.to()));
        return found;
    }

    private void record(Reader reader, String action, String thing, Map<String, ?> after) {
        String state = json.writeValueAsString(after);
        transactions.executeWithoutResult(
                status -> audit.record(Change.done(reader, action, TYPE, thing, null, state)));
    }
}
