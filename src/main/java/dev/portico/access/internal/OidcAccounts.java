package dev.portico.access.internal;

import dev.portico.access.AccessSettings.Oidc;
import dev.portico.audit.Audit;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// The accounts that providers vouch for, made when somebody comes for the first time.
@Component
final class OidcAccounts {

    private static final int TRIES = 20;
    private static final int LONGEST_TEXT = 200;

    private final AccountRows rows;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final JsonMapper json;

    OidcAccounts(AccountRows rows, Audit audit, TransactionOperations transactions, JsonMapper json) {
        this.rows = rows;
        this.audit = audit;
        this.transactions = transactions;
        this.json = json;
    }

    /// The account of a subject. Its name stays what it became at first; what is shown follows the provider.
    Account account(Oidc provider, String subject, Map<String, Object> claims) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transactions.execute(status -> foundOrMade(provider, subject, claims)));
            } catch (DataIntegrityViolationException e) {
                // The name or the subject was taken at this very moment; the next try sees it.
                if (attempt == 3) {
                    throw e;
                }
            }
        }
    }

    private Account foundOrMade(Oidc provider, String subject, Map<String, Object> claims) {
        String shown = text(claims.get("name"));
        @Nullable String email = claims.get("email") == null ? null : text(claims.get("email"));
        return rows.findByIssuerAndSubject(provider.issuer(), subject)
                .map(account -> {
                    account.showAs(shown.isEmpty() ? null : shown, email);
                    return account;
                })
                .orElseGet(() -> made(provider, subject, claims, shown, email));
    }

    private Account made(
            Oidc provider, String subject, Map<String, Object> claims, String shown, @Nullable String email) {
        Set<String> roles = provider.role().isEmpty() ? Set.of() : Set.of(provider.role());
        Account account = Account.vouchedFor(
                provider.issuer(), subject, freeName(provider, subject, claims), shown, email, roles);
        rows.save(account);
        rows.flush();
        audit.record(Deed.CREATE_ACCOUNT.byItself(
                Reader.system("sign-in"), "account", account.name(), null, json.writeValueAsString(account.summary())));
        return account;
    }

    private String freeName(Oidc provider, String subject, Map<String, Object> claims) {
        String wanted = Names.madeOf(provider.namePrefix() + wanted(provider, subject, claims));
        String base = wanted.isEmpty() ? "person" : wanted;
        String name = base;
        for (int number = 2; rows.existsByName(name); number++) {
            name = number <= TRIES
                    ? base + "-" + number
                    : base + "-" + Ids.next().toString().substring(28);
        }
        return name;
    }

    private static String wanted(Oidc provider, String subject, Map<String, Object> claims) {
        for (String claim : new String[] {provider.nameClaim(), "email"}) {
            String value = text(claims.get(claim));
            if (!Names.madeOf(value).isEmpty()) {
                return value;
            }
        }
        return subject;
    }

    private static String text(@Nullable Object claim) {
        String text = claim == null ? "" : claim.toString().strip();
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
