package dev.portico.access.internal;

import dev.portico.access.AccountEdit;
import dev.portico.access.Accounts;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Outcome;
import dev.portico.access.Tokens;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes roles from the accounts and service tokens that were given them, by the same ways and with the same checks as
/// everybody else. What these refuse is left, and told.
@Component
final class ReviewRemoval {

    private final Accounts accounts;
    private final AccountRows accountRows;
    private final Tokens tokens;
    private final Guard guard;
    private final JdbcClient jdbc;

    ReviewRemoval(Accounts accounts, AccountRows accountRows, Tokens tokens, Guard guard, JdbcClient jdbc) {
        this.accounts = accounts;
        this.accountRows = accountRows;
        this.tokens = tokens;
        this.guard = guard;
        this.jdbc = jdbc;
    }

    /// Locks the accounts that lose a role, and the admins, until the transaction ends; all lock in one order.
    ///
    /// @return the enabled admins
    Set<UUID> lock(Collection<UUID> losing) {
        Set<UUID> admins = new HashSet<>();
        jdbc
                .sql("SELECT id, enabled AND 'admin' = ANY (roles) AS admin FROM access_account"
                        + " WHERE id = ANY(:losing) OR (enabled AND 'admin' = ANY (roles)) ORDER BY id FOR UPDATE")
                .param("losing", losing.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getBoolean("admin")))
                .list()
                .stream()
                .filter(Map.Entry::getValue)
                .forEach(admin -> admins.add(admin.getKey()));
        return admins;
    }

    /// @param admins those that there are still
    ReviewLine account(Reader reader, ReviewLine line, Set<UUID> admins) {
        UUID id = Objects.requireNonNull(line.account());
        if (line.role().equals(Roles.ADMIN) && admins.equals(Set.of(id))) {
            Refusal last = new Refusal.Conflict(
                    "last-admin", line.label() + " is the last enabled admin; make another account admin first");
            guard.refused(reader, Deed.ASSIGN_ROLES, "account", line.holder(), last);
            return left(line, sentence(last));
        }
        Set<String> roles = new HashSet<>(accountRows.known(id).roles());
        roles.remove(line.role());
        try {
            accounts.change(reader, id, AccountEdit.roles(roles));
        } catch (Refusal.Forbidden refused) {
            return left(line, sentence(refused));
        }
        if (line.role().equals(Roles.ADMIN)) {
            admins.remove(id);
        }
        return removed(line);
    }

    /// A token keeps the roles that it was made with, so it ends where this is its only one.
    ReviewLine token(Reader reader, ReviewLine line) {
        Optional<Service> living = jdbc.sql("SELECT id, roles FROM access_token WHERE owner IS NULL AND name = ?"
                        + " AND revoked_at IS NULL AND expires_at > now()")
                .param(line.holder())
                .query((row, number) -> new Service(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        AccountReaders.strings(row.getArray("roles"))))
                .optional();
        if (living.isEmpty()) {
            return ReviewDrift.ended(line, Outcome.GONE, "Gone since the snapshot.");
        }
        Set<String> others = new TreeSet<>(living.get().roles);
        others.remove(line.role());
        if (!others.isEmpty()) {
            return left(
                    line,
                    "The token has other roles too (" + String.join(", ", others)
                            + ") and keeps what it was made with. Make another with fewer roles and revoke this one.");
        }
        try {
            tokens.revoke(reader, living.get().id);
        } catch (Refusal.Forbidden | Refusal.NotFound refused) {
            return left(line, sentence(refused));
        }
        return ReviewDrift.ended(line, Outcome.REMOVED, "It had no other role, so the token was revoked.");
    }

    static ReviewLine removed(ReviewLine line) {
        return ReviewDrift.ended(line, Outcome.REMOVED, "");
    }

    static ReviewLine left(ReviewLine line, String why) {
        return ReviewDrift.ended(line, Outcome.LEFT, why);
    }

    static String sentence(Refusal refused) {
        String reason = refused.reason();
        return reason.endsWith(".") ? reason : reason + ".";
    }

    private record Service(UUID id, Set<String> roles) {}
}
