package dev.portico.access.internal;

import dev.portico.access.AccessSettings.Oidc;
import dev.portico.access.ProviderLogout;
import dev.portico.audit.Audit;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Ends sessions in the database, where every node looks, instead of in the memory of the node that was told.
@Service
final class StoredProviderLogout implements ProviderLogout {

    private static final Logger log = LoggerFactory.getLogger(StoredProviderLogout.class);

    private final OidcProviders providers;
    private final LogoutMessages messages;
    private final AccountRows rows;
    private final AccountReaders readers;
    private final Attempts attempts;
    private final RefusedAttempts refused;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final ChangeFeed feed;
    private final TransactionOperations transactions;

    StoredProviderLogout(
            OidcProviders providers,
            LogoutMessages messages,
            AccountRows rows,
            AccountReaders readers,
            Attempts attempts,
            RefusedAttempts refused,
            JdbcClient jdbc,
            Audit audit,
            ChangeFeed feed,
            TransactionOperations transactions) {
        this.providers = providers;
        this.messages = messages;
        this.rows = rows;
        this.readers = readers;
        this.attempts = attempts;
        this.refused = refused;
        this.jdbc = jdbc;
        this.audit = audit;
        this.feed = feed;
        this.transactions = transactions;
    }

    @Override
    public void signedOut(String id, String message, String address) {
        Optional<Duration> wait = attempts.countLogout(address);
        if (wait.isPresent()) {
            throw new Refusal.TooMany("logout-messages", "Too many such messages; try again later", wait.get());
        }
        try {
            taken(id, message);
        } catch (Refusal.InvalidInput notAccepted) {
            refused.add(RefusedAttempts.Kind.LOGOUT_TOKEN, address);
            throw notAccepted;
        }
        attempts.takeBackLogout(address);
    }

    private void taken(String id, String message) {
        Oidc provider = providers.provider(id).orElseThrow(() -> refused("there is no such provider"));
        Jwt told = messages.checked(id, provider, message);
        transactions.executeWithoutResult(status -> {
            if (!isNew(told)) {
                throw refused("it was taken before");
            }
            @Nullable String session = told.getClaimAsString("sid");
            accounts(provider, told.getSubject(), session).forEach(account -> end(id, account, session));
        });
    }

    private boolean isNew(Jwt told) {
        jdbc.sql("DELETE FROM access_logout_message WHERE expires_at < now()").update();
        return jdbc.sql("INSERT INTO access_logout_message (sha256, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(
                                Digests.sha256(told.getIssuer() + "\n" + told.getId()),
                                OffsetDateTime.now(ZoneOffset.UTC).plus(LogoutMessages.AGE.multipliedBy(2)))
                        .update()
                == 1;
    }

    /// Those that the message is about: one by its subject, or those with a session of that name.
    private List<Account> accounts(Oidc provider, @Nullable String subject, @Nullable String session) {
        if (subject != null) {
            return rows.findByIssuerAndSubject(provider.issuer(), subject).stream()
                    .toList();
        }
        return jdbc
                .sql("SELECT DISTINCT account.id FROM access_session AS session"
                        + " JOIN access_account AS account ON account.id = session.account"
                        + " WHERE provider_session = :session AND issuer = :issuer")
                .param("session", session)
                .param("issuer", provider.issuer())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .map(rows::findById)
                .flatMap(Optional::stream)
                .toList();
    }

    private void end(String provider, Account account, @Nullable String session) {
        if (session == null) {
            account.endSessions();
            rows.flush();
        } else {
            jdbc.sql("UPDATE access_session SET ended_at = now()"
                            + " WHERE account = ? AND provider_session = ? AND ended_at IS NULL")
                    .params(account.id(), session)
                    .update();
        }
        audit.record(Deed.SIGN_OUT.byItself(
                Reader.system("sign-out"), "account", account.name(), null, "{\"signedOutBy\":\"" + provider + "\"}"));
        feed.publish(AccountChanges.TOPIC, List.of(account.id().toString()));
        log.info("{} was signed out by the provider {}", account.name(), provider);
        readers.forget(account.id());
    }

    static Refusal refused(String why) {
        return new Refusal.InvalidInput("logout-token", "The logout token is not accepted: " + why);
    }
}
