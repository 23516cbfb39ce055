package dev.portico.access.internal;

import dev.portico.access.ManagedSecrets;
import dev.portico.audit.Audit;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.secrets.SecretSummary;
import dev.portico.secrets.SecretValue;
import dev.portico.secrets.Secrets;
import java.util.List;
import java.util.Objects;
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
        guard.require(reader, Deed.STORE_SECRET, TYPE, name);
        transactions.executeWithoutResult(status -> {
            secrets.put(reader, name, value);
            audit.record(Deed.STORE_SECRET.done(reader, TYPE, name, null, STORED));
        });
    }

    @Override
    public void remove(Reader reader, String name) {
        guard.require(reader, Deed.REMOVE_SECRET, TYPE, name);
        transactions.executeWithoutResult(status -> {
            if (!secrets.remove(name)) {
                throw new Refusal.NotFound("secret-unknown", "There is no secret named \"" + name + "\"");
            }
            audit.record(Deed.REMOVE_SECRET.done(reader, TYPE, name, STORED, null));
        });
    }

    @Override
    public int rotate(Reader reader) {
        guard.require(reader, Deed.ROTATE_SECRETS, TYPE, "*");
        Integer count = transactions.execute(status -> {
            int rotated = secrets.rotate();
            audit.record(Deed.ROTATE_SECRETS.done(reader, TYPE, "*", null, "{\"rotated\":" + rotated + "}"));
            return rotated;
        });
        return Objects.requireNonNull(count);
    }
}
