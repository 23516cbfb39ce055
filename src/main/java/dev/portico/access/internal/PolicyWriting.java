package dev.portico.access.internal;

import dev.portico.access.PolicySummary;
import dev.portico.audit.Audit;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/// Writes policies one after the other, each change in one transaction with its audit row and its row in the feed. An
/// attempt that is refused for want of rights is audited too, once its transaction is undone.
@Component
final class PolicyWriting {

    static final String TYPE = "policy";

    private final PolicyRows rows;
    private final PolicyInForce policies;
    private final Audit audit;
    private final ChangeFeed feed;
    private final TransactionOperations transactions;

    PolicyWriting(
            PolicyRows rows, PolicyInForce policies, Audit audit, ChangeFeed feed, TransactionOperations transactions) {
        this.rows = rows;
        this.policies = policies;
        this.audit = audit;
        this.feed = feed;
        this.transactions = transactions;
    }

    /// @param id    what is changed, for the audit row of a refused attempt
    /// @param write is given the number of the policy in force, which stays locked
    PolicySummary write(Reader reader, Deed deed, String id, IntFunction<PolicySummary> write) {
        return write(reader, deed, id, null, write);
    }

    /// @param tried more of it, for the same row; null for none
    PolicySummary write(
            Reader reader, Deed deed, String id, @Nullable JsonNode tried, IntFunction<PolicySummary> write) {
        try {
            PolicySummary written = transactions.execute(status -> {
                PolicySummary policy = write.apply(rows.lock());
                feed.publish(PolicyChanges.TOPIC, List.of(Integer.toString(policy.number())));
                return policy;
            });
            return Objects.requireNonNull(written);
        } catch (Refusal.Forbidden refused) {
            Change row = deed.refused(reader, TYPE, id, tried == null ? null : tried.toString());
            transactions.executeWithoutResult(status -> audit.record(row));
            throw refused;
        } finally {
            policies.forget();
        }
    }

    void record(Reader reader, Deed deed, int number, @Nullable JsonNode before, @Nullable JsonNode after) {
        audit.record(deed.done(
                reader,
                TYPE,
                Integer.toString(number),
                before == null ? null : before.toString(),
                after == null ? null : after.toString()));
    }
}
