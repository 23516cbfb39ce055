package dev.portico.access.internal;

import dev.portico.access.ManagedSecrets;
import dev.portico.audit.Audit;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.secrets.SecretSummary;
import dev.portico.secrets.SecretValue;
import dev.portico.secrets.Secrets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Puts the guard and audit before the secrets.
@Service
final class AuditedSecrets implements ManagedSecrets {

    private static final String TYPE = "secret";
    private static final String STORED = "{\"value\":\"stored\"}";

    private final Secrets secrets;
    private final Guard guard;
    private final Audit audit;
    private final TransactionOperations transactions;

    AuditedSecrets(Secrets secrets, Guard guard, Audit audit, TransactionOperations transactions) {
        this.secrets = secrets;
        this.guard = guard;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public List<SecretSummary> list(Reader reader) {
        guard.requireReading(reader, AccessPermissions.MANAGE_SECRETS);
        return secrets.list();
    }

    @Override
    public void put(Reader reader, String name, SecretValue value) {
        require(reader, name);
        transactions.executeWithoutResult(status -> {
            secrets.put(reader, name, value);
            record(reader, name, null, STORED);
        });
    }

    @Override
    public void remove(Reader reader, String name) {
        require(reader, name);
        transactions.executeWithoutResult(status -> {
            if (!secrets.remove(name)) {
                throw new Refusal.NotFound("secret-unknown", "There is no secret named \"" + name + "\"");
            }
            record(reader, name, STORED, null);
        });
    }

    @Override
    public int rotate(Reader reader) {
        require(reader, "*");
        Integer count = transactions.execute(status -> {
            int rotated = secrets.rotate();
            record(reader, "*", null, "{\"rotated\":" + rotated + "}");
            return rotated;
        });
        return Objects.requireNonNull(count);
    }

    private void require(Reader reader, String name) {
        guard.require(reader, AccessPermissions.MANAGE_SECRETS, TYPE, name);
    }

    private void record(Reader reader, String name, @Nullable String before, @Nullable String after) {
        audit.record(Change.done(reader, AccessPermissions.MANAGE_SECRETS.name(), TYPE, name, before, after));
    }
}
