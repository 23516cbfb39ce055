package dev.portico.access.internal;

import dev.portico.audit.Audit;
import dev.portico.kernel.Change;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes an account an admin, straight in the database: for whoever runs the portal and cannot get in. Audited as done
/// by `system:break-glass`, in the same transaction.
///
/// A local account gets a new random password, which is shown once, and is signed out everywhere; one that a provider
/// vouches for goes on signing in there; where there is none of that name, a local one is made. Where the policy in
/// force cannot be read, the roles that a portal begins with are put in force as a new one.
public final class BreakGlass {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Reader HOST = Reader.system("break-glass");

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    private BreakGlass(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// On this database, without a portal.
    public static BreakGlass on(DataSource source) {
        return new BreakGlass(
                JdbcClient.create(source), new TransactionTemplate(new DataSourceTransactionManager(source)));
    }

    /// Lets somebody in, and says how.
    ///
    /// @throws Refusal.InvalidInput where the name is none
    public String letIn(String name) {
        Names.checked("account", name);
        String password = password();
        String hash = new Passwords().hash(password);
        return Objects.requireNonNull(transactions.execute(status -> {
            String mended = mend();
            return account(name, password, hash) + mended;
        }));
    }

    private String account(String name, String password, String hash) {
        Optional<Held> held = jdbc.sql(
                        "SELECT id, issuer, array_to_string(roles, ',') AS roles, enabled FROM access_account"
                                + " WHERE name = ? FOR UPDATE")
                .param(name)
                .query((row, number) -> new Held(
                        row.getObject("id", UUID.class),
                        row.getString("issuer"),
                        row.getString("roles"),
                        row.getBoolean("enabled")))
                .optional();
        if (held.isEmpty()) {
            jdbc.sql("""
                            INSERT INTO access_account (id, version, name, display_name, password_hash, roles, enabled,
                                generation, created_at)
                            VALUES (:id, 0, :name, :name, :hash, '{admin}', true, 0, now())
                            """)
                    .param("id", Ids.next())
                    .param("name", name)
                    .param("hash", hash)
                    .update();
            record(name, null);
            return "Made the account " + name + " an admin. Its password, shown this once: " + password;
        }
        Held known = held.get();
        boolean local = known.issuer == null;
        jdbc.sql("""
                        UPDATE access_account SET enabled = true, version = version + 1, generation = generation + 1,
                            password_hash = CASE WHEN issuer IS NULL THEN :hash ELSE password_hash END,
                            roles = CASE WHEN 'admin' = ANY (roles) THEN roles ELSE array_append(roles, 'admin') END
                        WHERE id = :id
                        """).param("hash", hash).param("id", known.id).update();
        record(name, "{\"roles\":\"" + known.roles + "\",\"enabled\":" + known.enabled + "}");
        return local
                ? "Made " + name + " an admin. Its new password, shown this once: " + password
                : "Made " + name + " an admin. It signs in through " + known.issuer + " as before.";
    }

    private void record(String name, @Nullable String before) {
        Audit.write(
                jdbc,
                Deed.BREAK_GLASS.byItself(
                        HOST,
                        "account",
                        name,
                        before,
                        "{\"roles\":\"admin\",\"enabled\":true,\"by\":\"break-glass\"}"));
    }

    /// Puts a policy in force that can be read, where the one in force cannot.
    private String mend() {
        Optional<String> document = jdbc.sql("SELECT document FROM access_policy AS policy"
                        + " JOIN access_policy_force AS force ON force.number = policy.number")
                .query(String.class)
                .optional();
        if (document.isPresent() && readable(document.get())) {
            return "";
        }
        int number = jdbc.sql("""
                        INSERT INTO access_policy (version, note, document, created_by, changed_by, published_by,
                            published_at)
                        VALUES (1, 'In place of one that cannot be read', :document::jsonb, :by, :by, :by, now())
                        RETURNING number
                        """)
                .param("document", PolicyDocument.write(FirstPolicy.roles()))
                .param("by", HOST.subject())
                .query(Integer.class)
                .single();
        jdbc.sql("INSERT INTO access_policy_force (number) VALUES (:number)"
                        + " ON CONFLICT (one) DO UPDATE SET number = :number, since = now()")
                .param("number", number)
                .update();
        Audit.write(
                jdbc,
                Change.done(
                        HOST,
                        AccessPermissions.PUBLISH_POLICY.name(),
                        "policy",
                        Integer.toString(number),
                        null,
                        "{\"number\":" + number + "}"));
        return System.lineSeparator() + "The policy in force could not be read. Policy " + number
                + ", the roles that a portal begins with, is in force in its place.";
    }

    private static boolean readable(String document) {
        try {
            PolicyDocument.read(document);
            return true;
        } catch (Refusal.InvalidInput unreadable) {
            return false;
        }
    }

    private static String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private record Held(UUID id, @Nullable String issuer, String roles, boolean enabled) {}
}
