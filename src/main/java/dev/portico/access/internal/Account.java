package dev.portico.access.internal;

import dev.portico.access.AccountSummary;
import dev.portico.kernel.Ids;
import dev.portico.kernel.PlainText;
import dev.portico.kernel.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A sign-in: local with a password, or vouched for by an issuer under a subject.
///
/// Its generation counts up whenever its sessions shall end: a session of an earlier generation no longer counts.
@Entity
@Table(name = "access_account")
class Account {

    @Id
    private UUID id;

    @Version
    private int version;

    private String name;
    private String displayName;
    private @Nullable String email;
    private @Nullable String passwordHash;

    @Column(updatable = false)
    private @Nullable String issuer;

    @Column(updatable = false)
    private @Nullable String subject;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] roles;

    private boolean enabled;
    private int generation;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastSeenAt;

    @SuppressWarnings("NullAway.Init") // JPA fills in what is left out here.
    Account() {}

    private Account(String name, String displayName, @Nullable String email, Set<String> roles) {
        this.id = Ids.next();
        this.name = name;
        this.displayName = shown(displayName, name);
        this.email = email == null || email.isBlank() ? null : PlainText.line(email);
        this.roles = sorted(roles);
        this.enabled = true;
        this.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    static Account local(
            String name, String displayName, @Nullable String email, Set<String> roles, String passwordHash) {
        Account account = new Account(name, displayName, email, roles);
        account.passwordHash = passwordHash;
        return account;
    }

    static Account vouchedFor(
            String issuer, String subject, String name, String displayName, @Nullable String email, Set<String> roles) {
        Account account = new Account(name, displayName, email, roles);
        account.issuer = issuer;
        account.subject = subject;
        return account;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Set<String> roles() {
        return Set.of(roles);
    }

    boolean enabled() {
        return enabled;
    }

    int generation() {
        return generation;
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    /// Passes where the account signs in with a password.
    void requirePassword() {
        if (passwordHash == null) {
            throw new Refusal.InvalidInput(
                    "account-without-password",
                    "The account " + name + " signs in through a provider and has no password here");
        }
    }

    boolean isWorkingAdmin() {
        return enabled && roles().contains(Roles.ADMIN);
    }

    void showAs(@Nullable String displayName, @Nullable String email) {
        if (displayName != null) {
            this.displayName = shown(displayName, name);
        }
        if (email != null) {
            this.email = email.isBlank() ? null : PlainText.line(email);
        }
    }

    private static String shown(String displayName, String name) {
        String line = PlainText.line(displayName);
        return line.isEmpty() ? name : line;
    }

    void give(Set<String> roles) {
        this.roles = sorted(roles);
    }

    void enable(boolean enabled) {
        if (this.enabled && !enabled) {
            endSessions();
        }
        this.enabled = enabled;
    }

    /// Replaces the password, which ends every session.
    void replacePassword(String hash) {
        this.passwordHash = hash;
        endSessions();
    }

    /// Keeps the password under a new hash, as when the cost of hashing was raised.
    void rehash(String hash) {
        this.passwordHash = hash;
    }

    void endSessions() {
        generation++;
    }

    AccountSummary summary() {
        return new AccountSummary(id, name, displayName, email, issuer, roles(), enabled, createdAt, lastSeenAt);
    }

    private static String[] sorted(Set<String> roles) {
        return new TreeSet<>(roles).toArray(String[]::new);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Account account && Objects.equals(id, account.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
