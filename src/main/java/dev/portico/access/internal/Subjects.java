package dev.portico.access.internal;

import dev.portico.access.Party;
import dev.portico.access.directory.Directory;
import dev.portico.access.directory.Directory.Person;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whoever may ask, as decisions would see them: all enabled accounts and living tokens at once, or one by name. Making
/// them is no sign of life of theirs.
@Component
final class Subjects {

    private static final String LIVING = " FROM access_token AS token"
            + " LEFT JOIN access_account AS account ON account.id = token.owner"
            + " WHERE token.revoked_at IS NULL AND token.expires_at > now()";

    private final JdbcClient jdbc;
    private final ObjectProvider<Directory> directory;
    private final AccountReaders readers;

    Subjects(JdbcClient jdbc, ObjectProvider<Directory> directory, AccountReaders readers) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.readers = readers;
    }

    /// Every enabled account, in the order of their names.
    List<Subject> accounts() {
        List<Row> rows = jdbc.sql(
                        "SELECT id, name, display_name, roles FROM access_account WHERE enabled ORDER BY name")
                .query(Row::of)
                .list();
        Directory people = directory.getIfAvailable();
        Map<String, Person> known = people == null
                ? Map.of()
                : people.people(rows.stream().map(Row::name).toList());
        return rows.stream().map(row -> row.subject(known.get(row.name))).toList();
    }

    /// Every living token of a service, in the order of their names.
    List<Subject> services() {
        return jdbc.sql("SELECT token.name, token.roles, token.scopes, token.spaces" + LIVING
                        + " AND token.owner IS NULL ORDER BY token.name")
                .query((row, number) -> new Subject(TokenReaders.service(
                        row.getString("name"),
                        AccountReaders.strings(row.getArray("roles")),
                        TokenReaders.limits(row, "scopes"),
                        TokenReaders.limits(row, "spaces"))))
                .list();
    }

    /// When each living token of a service was made and when it ends, by name.
    Map<String, Life> lives() {
        Map<String, Life> lives = new HashMap<>();
        jdbc.sql("SELECT token.name, token.created_at, token.expires_at" + LIVING + " AND token.owner IS NULL")
                .query(row -> {
                    lives.put(
                            row.getString("name"),
                            new Life(
                                    row.getTimestamp("created_at").toInstant(),
                                    row.getTimestamp("expires_at").toInstant()));
                });
        return lives;
    }

    /// Both.
    List<Subject> all() {
        List<Subject> all = new ArrayList<>(accounts());
        all.addAll(services());
        return all;
    }

    /// Enabled accounts whose name, or the one that is shown, has the words in it, in the order of their names.
    List<Party> accountsLike(String typed, int limit) {
        return jdbc.sql("SELECT name, display_name FROM access_account WHERE enabled"
                        + " AND (strpos(name, lower(:typed)) > 0 OR strpos(lower(display_name), lower(:typed)) > 0)"
                        + " ORDER BY name LIMIT :limit")
                .param("typed", typed.strip())
                .param("limit", limit)
                .query((row, number) ->
                        new Party("account:" + row.getString("name"), row.getString("display_name"), false))
                .list();
    }

    /// Living tokens of services, then those of enabled accounts, whose name or owner has the words in it.
    List<Party> tokensLike(String typed, int limit) {
        return jdbc.sql("SELECT token.name, account.name AS owner_name, account.display_name" + LIVING
                        + " AND (account.id IS NULL OR account.enabled)"
                        + " AND (strpos(concat_ws('/', account.name, token.name), :typed) > 0"
                        + " OR strpos(lower(concat(token.name, ' of ', account.display_name)), lower(:typed)) > 0)"
                        + " ORDER BY account.name NULLS FIRST, token.name LIMIT :limit")
                .param("typed", typed.strip())
                .param("limit", limit)
                .query((row, number) -> {
                    String name = row.getString("name");
                    @Nullable String owner = row.getString("owner_name");
                    return owner == null
                            ? new Party(TokenReaders.SUBJECT + name, name, true)
                            : new Party(
                                    TokenReaders.SUBJECT + owner + "/" + name,
                                    token(owner + "/" + name, row.getString("display_name")),
                                    true);
                })
                .list();
    }

    /// What people call a token.
    ///
    /// @param name  that of a service token, or the owner's and that of a personal one
    /// @param shown what its reader is called
    static String token(String name, String shown) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(slash + 1) + " of " + shown;
    }

    /// Everybody who may ask at this moment, personal tokens and guests too, by subject.
    Map<String, Reader> bySubject() {
        Map<String, Reader> readers = new HashMap<>();
        all().forEach(subject -> readers.put(subject.reader().subject(), subject.reader()));
        readers.put(GuestTokens.GUEST.subject(), GuestTokens.GUEST);
        Reader admin = TokenReaders.service(TokenReaders.ADMIN_NAME, Set.of(Roles.ADMIN), null, null);
        readers.putIfAbsent(admin.subject(), admin);
        jdbc.sql("SELECT account.name AS owner_name, token.name, token.scopes, token.spaces" + LIVING
                        + " AND account.enabled")
                .query(row -> {
                    Reader owner = readers.get("account:" + row.getString("owner_name"));
                    if (owner != null) {
                        Reader token = TokenReaders.personal(
                                owner,
                                row.getString("name"),
                                TokenReaders.limits(row, "scopes"),
                                TokenReaders.limits(row, "spaces"));
                        readers.put(token.subject(), token);
                    }
                });
        return readers;
    }

    /// Whether an account's name is the reader's own: it means oneself, as leaving it out does.
    boolean isNamed(Reader reader, String account) {
        UUID own = reader.account();
        return own != null
                && jdbc.sql("SELECT EXISTS (SELECT FROM access_account WHERE id = ? AND name = ?)")
                        .param(own)
                        .param(account)
                        .query(Boolean.class)
                        .single();
    }

    /// The reader of an enabled account.
    ///
    /// @throws Refusal.NotFound where there is none of that name
    Reader account(String name) {
        return jdbc.sql("SELECT id, name, display_name, roles FROM access_account WHERE enabled AND name = ?")
                .param(name)
                .query(Row::of)
                .optional()
                .map(row -> readers.of(row.id, row.name, row.displayName, row.roles))
                .orElseThrow(() ->
                        new Refusal.NotFound("account-unknown", "There is no enabled account named \"" + name + "\""));
    }

    /// The reader of a living token.
    ///
    /// @param name that of a service token, or the owner's and that of a personal one: `ci`, `jane/laptop`
    /// @throws Refusal.NotFound where there is none
    Reader token(String name) {
        int slash = name.indexOf('/');
        return (slash < 0 ? service(name) : personal(name.substring(0, slash), name.substring(slash + 1)))
                .orElseThrow(
                        () -> new Refusal.NotFound("token-unknown", "There is no living token named \"" + name + "\""));
    }

    private Optional<Reader> service(String name) {
        return services().stream()
                .map(Subject::reader)
                .filter(reader -> reader.name().equals(name))
                .findFirst();
    }

    private Optional<Reader> personal(String owner, String name) {
        return jdbc.sql("SELECT token.scopes, token.spaces" + LIVING
                        + " AND account.name = :owner AND token.name = :name")
                .param("owner", owner)
                .param("name", name)
                .query((row, number) ->
                        new Limits(TokenReaders.limits(row, "scopes"), TokenReaders.limits(row, "spaces")))
                .optional()
                .map(limits -> TokenReaders.personal(account(owner), name, limits.scopes, limits.spaces));
    }

    /// Somebody with all that they hold themselves. Two are equal where their subjects are.
    record Subject(Reader reader) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Subject(Reader one) && one.subject().equals(reader.subject());
        }

        @Override
        public int hashCode() {
            return reader.subject().hashCode();
        }

        boolean token() {
            return reader.account() == null;
        }

        Party party() {
            return new Party(reader.subject(), reader.name(), token());
        }
    }

    /// The time of a token.
    record Life(Instant since, Instant until) {}

    private record Limits(
            @Nullable Set<String> scopes, @Nullable Set<String> spaces) {}

    private record Row(UUID id, String name, String displayName, Set<String> roles) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("display_name"),
                    AccountReaders.strings(row.getArray("roles")));
        }

        Subject subject(@Nullable Person person) {
            return new Subject(new Reader(
                    "account:" + name,
                    id,
                    displayName,
                    person == null ? null : person.user(),
                    person == null ? Set.of() : person.groups(),
                    roles,
                    null));
        }
    }
}
