package dev.portico.access.internal;

import dev.portico.audit.Audit;
import dev.portico.kernel.Addresses;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Rows for whoever signs in and out. Nobody is signed in without theirs.
@Component
final class SignInLog {

    private static final Logger log = LoggerFactory.getLogger(SignInLog.class);
    private static final String TYPE = "session";

    private final Audit audit;
    private final TransactionOperations transactions;

    SignInLog(Audit audit, TransactionOperations transactions) {
        this.audit = audit;
        this.transactions = transactions;
    }

    /// Somebody signs in.
    ///
    /// @param with    `password`, or the provider's id
    /// @param address where from; null where that is not known here
    void began(SignedIn session, String with, @Nullable String address) {
        ObjectNode after = JsonMapper.shared().createObjectNode().put("with", with);
        if (address != null) {
            after.put("from", Addresses.canonical(address));
        }
        record(session, "access.session.begin", after.toString());
    }

    /// Somebody signed out.
    @EventListener
    void ended(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof HoldsAccount principal) {
            try {
                record(principal.signedIn(), "access.session.end", null);
            } catch (DataAccessException | TransactionException away) {
                log.warn(
                        "That {} signed out left no row: {}",
                        principal.signedIn().name(),
                        away.getMessage());
            }
        }
    }

    private void record(SignedIn session, String action, @Nullable String after) {
        Reader who = new Reader(
                "account:" + session.name(), session.account(), session.name(), null, Set.of(), Set.of(), null);
        transactions.executeWithoutResult(status ->
                audit.record(Change.done(who, action, TYPE, session.session().toString(), null, after)));
    }
}
