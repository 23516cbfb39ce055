package dev.portico.access.internal;

import dev.portico.access.PolicySummary;
import dev.portico.access.PolicySummary.State;
import dev.portico.access.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The policies in the database.
@Repository
class PolicyRows {

    private static final String SUMMARY = "SELECT policy.*, policy.number = force.number AS in_force"
            + " FROM access_policy AS policy CROSS JOIN access_policy_force AS force ";

    private static final String DRAFTS = "WHERE policy.published_at IS NULL AND (:everybody"
            + " OR policy.created_by = :subject OR starts_with(policy.created_by, :tokens))";

    private final JdbcClient jdbc;

    PolicyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The number of the policy in force. Until the transaction ends, nobody else changes any policy.
    int lock() {
        return jdbc.sql("SELECT number FROM access_policy_force FOR UPDATE")
                .query(Integer.class)
                .single();
    }

    Optional<PolicySummary> find(int number) {
        return jdbc.sql(SUMMARY + "WHERE policy.number = ?")
                .param(number)
                .query(PolicyRows::summary)
                .optional();
    }

    PolicySummary inForce() {
        return jdbc.sql(SUMMARY + "WHERE policy.number = force.number")
                .query(PolicyRows::summary)
                .single();
    }

    /// @param maker whose drafts are in it; null for everybody's
    List<PolicySummary> list(@Nullable Integer before, int limit, @Nullable DraftMaker maker) {
        return jdbc.sql(SUMMARY + "WHERE (:before::integer IS NULL OR policy.number < :before::integer)"
                        + " AND (:everybody OR policy.published_at IS NOT NULL OR policy.created_by = :subject"
                        + " OR starts_with(policy.created_by, :tokens))"
                        + " ORDER BY policy.number DESC LIMIT :limit")
                .param("before", before)
                .param("everybody", maker == null)
                .param("subject", maker == null ? "" : maker.subject())
                .param("tokens", maker == null ? "" : maker.tokens())
                .param("limit", limit)
                .query(PolicyRows::summary)
                .list();
    }

    /// How many drafts there are.
    ///
    /// @param maker whose they are; null for everybody's
    int countDrafts(@Nullable DraftMaker maker) {
        return jdbc.sql("SELECT count(*) FROM access_policy AS policy " + DRAFTS)
                .param("everybody", maker == null)
                .param("subject", maker == null ? "" : maker.subject())
                .param("tokens", maker == null ? "" : maker.tokens())
                .query(Integer.class)
                .single();
    }

    /// Drafts, newest first.
    ///
    /// @param maker whose they are; null for everybody's
    List<PolicySummary> drafts(int limit, @Nullable DraftMaker maker) {
        return jdbc.sql(SUMMARY + DRAFTS + " ORDER BY policy.number DESC LIMIT :limit")
                .param("everybody", maker == null)
                .param("subject", maker == null ? "" : maker.subject())
                .param("tokens", maker == null ? "" : maker.tokens())
                .param("limit", limit)
                .query(PolicyRows::summary)
                .list();
    }

    /// The numbers of all drafts.
    List<Integer> drafts() {
        return jdbc.sql("SELECT number FROM access_policy WHERE published_at IS NULL ORDER BY number")
                .query((row, line) -> row.getInt("number"))
                .list();
    }

    List<Role> roles(int number) {
        return PolicyDocument.read(jdbc.sql("SELECT document FROM access_policy WHERE number = ?")
                .param(number)
                .query(String.class)
                .single());
    }

    /// Begins a draft with the roles of another policy.
    int insert(int from, int basedOn, String note, String by) {
        return Objects.requireNonNull(jdbc.sql("""
                        INSERT INTO access_policy
                            (version, based_on, note, document, created_by, changed_by)
                        SELECT 1, :basedOn, :note, document, :by, :by
                        FROM access_policy WHERE number = :from
                        RETURNING number
                        """)
                .param("from", from)
                .param("basedOn", basedOn)
                .param("note", note)
                .param("by", by)
                .query(Integer.class)
                .single());
    }

    void write(int number, Collection<Role> roles, String by) {
        jdbc.sql("UPDATE access_policy SET document = :document::jsonb, version = version + 1, changed_by = :by,"
                        + " changed_at = now() WHERE number = :number")
                .param("document", PolicyDocument.write(roles))
                .param("by", by)
                .param("number", number)
                .update();
    }

    /// Writes what follows from a change elsewhere into a draft, such as a member that was given a role
    /// meanwhile. Whoever edited the draft last still is who did.
    void carry(int number, Collection<Role> roles) {
        jdbc.sql("UPDATE access_policy SET document = :document::jsonb, version = version + 1 WHERE number = :number")
                .param("document", PolicyDocument.write(roles))
                .param("number", number)
                .update();
    }

    void note(int number, String note, String by) {
        jdbc.sql("UPDATE access_policy SET note = :note, version = version + 1, changed_by = :by, changed_at = now()"
                        + " WHERE number = :number")
                .param("note", note)
                .param("by", by)
                .param("number", number)
                .update();
    }

    void delete(int number) {
        jdbc.sql("DELETE FROM access_policy WHERE number = ?").param(number).update();
    }

    /// Puts a policy in force, by changing the one row that says which is.
    void enforce(int number, String by) {
        jdbc.sql("UPDATE access_policy SET published_by = :by, published_at = now()"
                        + " WHERE number = :number AND published_at IS NULL")
                .param("by", by)
                .param("number", number)
                .update();
        jdbc.sql("UPDATE access_policy_force SET number = ?, since = now()")
                .param(number)
                .update();
    }

    private static PolicySummary summary(ResultSet row, int line) throws SQLException {
        @Nullable OffsetDateTime published = row.getObject("published_at", OffsetDateTime.class);
        State retired = published == null ? State.DRAFT : State.RETIRED;
        return new PolicySummary(
                row.getInt("number"),
                row.getBoolean("in_force") ? State.PUBLISHED : retired,
                row.getInt("version"),
                row.getObject("based_on", Integer.class),
                row.getString("note"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                published == null ? null : published.toInstant());
    }
}
