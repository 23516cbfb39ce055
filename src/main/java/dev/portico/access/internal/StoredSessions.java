package dev.portico.access.internal;

import dev.portico.access.AccessSettings;
import dev.portico.access.SessionSummary;
import dev.portico.access.Sessions;
import dev.portico.audit.Audit;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Addresses;
import dev.portico.kernel.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// The open sessions in the database, so that each node knows those of all.
@Service
final class StoredSessions implements Sessions {

    private static final Logger log = LoggerFactory.getLogger(StoredSessions.class);
    private static final String TYPE = "session";
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int LONGEST_AGENT = 300;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final AccountRows accounts;
    private final AccountReaders readers;
    private final Guard guard;
    private final Audit audit;
    private final ChangeFeed feed;
    private final SecurityContextHolderStrategy contexts;
    private final AccessSettings.Session limits;

    StoredSessions(
            JdbcClient jdbc,
            TransactionOperations transactions,
            AccountRows accounts,
            AccountReaders readers,
            Guard guard,
            Audit audit,
            ChangeFeed feed,
            SecurityContextHolderStrategy contexts,
            AccessSettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.accounts = accounts;
        this.readers = readers;
        this.guard = guard;
        this.audit = audit;
        this.feed = feed;
        this.contexts = contexts;
        this.limits = settings.session();
    }

    @Override
    public List<SessionSummary> own(Reader reader) {
        guard.requireScopeForReading(reader, AccessPermissions.OWN_ACCOUNT);
        @Nullable UUID account = reader.account();
        return account == null ? List.of() : open(account);
    }

    @Override
    public List<SessionSummary> of(Reader reader, UUID account) {
        if (account.equals(reader.account())) {
            return own(reader);
        }
        guard.requireReading(reader, AccessPermissions.MANAGE_ACCOUNTS);
        return open(account);
    }

    @Override
    public void end(Reader reader, UUID id) {
        guard.requireScope(reader, Deed.REVOKE_OWN_SESSION, TYPE, id.toString());
        end(reader, Deed.REVOKE_OWN_SESSION, Objects.requireNonNullElse(reader.account(), NOBODY), id);
    }

    @Override
    public void end(Reader reader, UUID account, UUID id) {
        if (account.equals(reader.account())) {
            end(reader, id);
            return;
        }
        guard.require(reader, Deed.REVOKE_SESSION, TYPE, id.toString());
        Reader other = readers.of(accounts.known(account));
        guard.requireHoldingAllOf(reader, other, Deed.REVOKE_SESSION, TYPE, id.toString());
        end(reader, Deed.REVOKE_SESSION, account, id);
    }

    private List<SessionSummary> open(UUID account) {
        @Nullable UUID current = current();
        return jdbc.sql("SELECT session.id, started_at, address, agent FROM access_session AS session"
                        + " JOIN access_account AS account ON account.id = session.account"
                        + " AND account.generation = session.generation"
                        + " WHERE session.account = ? AND ended_at IS NULL AND expires_at > now()"
                        + " ORDER BY started_at DESC, session.id LIMIT 200")
                .param(account)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new SessionSummary(
                            id,
                            row.getTimestamp("started_at").toInstant(),
                            row.getString("address"),
                            row.getString("agent"),
                            id.equals(current));
                })
                .list();
    }

    private void end(Reader reader, Deed deed, UUID account, UUID id) {
        transactions.executeWithoutResult(status -> {
            int ended = jdbc.sql("UPDATE access_session SET ended_at = now()"
                            + " WHERE id = ? AND account = ? AND ended_at IS NULL")
                    .params(id, account)
                    .update();
            if (ended > 0) {
                audit.record(deed.done(reader, TYPE, id.toString(), null, null));
                feed.publish(AccountChanges.TOPIC, List.of(account.toString()));
            }
        });
        readers.forget(account);
    }

    /// Writes down a session that has just begun. Where the database is away it is not listed, and works all the same.
    void begun(SignedIn session, HttpServletRequest request) {
        @Nullable String agent = request.getHeader("User-Agent");
        try {
            jdbc.sql("""
                            INSERT INTO access_session
                                (id, account, generation, started_at, expires_at, address, agent, provider_session)
                            SELECT :id, id, :generation, :started, :expires, :address, :agent, :provider
                            FROM access_account WHERE id = :account ON CONFLICT DO NOTHING
                            """)
                    .param("id", session.session())
                    .param("generation", session.generation())
                    .param("started", Timestamp.from(session.since()))
                    .param("expires", Timestamp.from(session.since().plus(limits.absolute())))
                    .param("address", Addresses.canonical(request.getRemoteAddr()))
                    .param("agent", agent == null ? "" : agent.substring(0, Math.min(LONGEST_AGENT, agent.length())))
                    .param("provider", providerSession())
                    .param("account", session.account())
                    .update();
        } catch (DataAccessException away) {
            log.warn("A session of {} was not written down: {}", session.name(), away.getMessage());
        }
    }

    /// Forgets a session that is over.
    void over(UUID session) {
        try {
            jdbc.sql("DELETE FROM access_session WHERE id = ?").param(session).update();
        } catch (DataAccessException away) {
            log.debug("The end of a session was not written down", away);
        }
    }

    /// What the provider calls its session, where one vouched for this one.
    private @Nullable String providerSession() {
        @Nullable Authentication authentication = contexts.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInByProvider vouched
                ? vouched.idToken().getClaimAsString("sid")
                : null;
    }

    private @Nullable UUID current() {
        @Nullable Authentication authentication = contexts.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof HoldsAccount principal
                ? principal.signedIn().session()
                : null;
    }
}
