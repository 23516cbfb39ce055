package dev.portico.access.internal;

import dev.portico.access.directory.Directory;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes readers of accounts: with their roles, their User entity and their groups, at most half a second old.
@Component
final class AccountReaders {

    /// What the subject of an account begins with; its name follows.
    static final String SUBJECT = "account:";

    private final JdbcClient jdbc;
    private final ObjectProvider<Directory> directory;
    private final Sightings sightings;
    private final FreshCache<UUID, Optional<Known>> cache = new FreshCache<>(this::read);

    AccountReaders(JdbcClient jdbc, ObjectProvider<Directory> directory, Sightings sightings) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.sightings = sightings;
    }

    /// The reader of a session; empty where the account is disabled, or the session or its generation has ended.
    Optional<Reader> reader(SignedIn session) {
        return cache.value(session.account())
                .filter(known -> known.generation == session.generation() && !known.ended.contains(session.session()))
                .map(known -> seen(known.reader));
    }

    /// The reader of an account, for its tokens; empty where it is disabled.
    Optional<Reader> reader(UUID account) {
        return cache.value(account).map(known -> seen(known.reader));
    }

    /// Whoever signs in with an account of this name and these roles, be there such an account or not.
    Reader of(UUID id, String name, String displayName, Set<String> roles) {
        @Nullable EntityRef user = null;
        Set<EntityRef> groups = Set.of();
        Directory people = directory.getIfAvailable();
        if (people != null) {
            user = people.userOf(name).orElse(null);
            groups = user == null ? groups : people.groupsOf(user);
        }
        return new Reader(SUBJECT + name, id, displayName, user, groups, roles, null);
    }

    /// Whoever signs in with the account, were it enabled.
    Reader of(Account account) {
        return of(account.id(), account.name(), account.name(), account.roles());
    }

    void forget(UUID account) {
        cache.forget(account);
    }

    private Reader seen(Reader reader) {
        sightings.account(reader.account());
        return reader;
    }

    private Optional<Known> read(UUID id) {
        return jdbc.sql("SELECT name, display_name, roles, generation, ARRAY(SELECT id FROM access_session"
                        + " WHERE account = access_account.id AND ended_at IS NOT NULL) AS ended"
                        + " FROM access_account WHERE id = ? AND enabled")
                .param(id)
                .query((row, number) -> new Row(
                        row.getString("name"),
                        row.getString("display_name"),
                        strings(row.getArray("roles")),
                        row.getInt("generation"),
                        Set.of((UUID[]) row.getArray("ended").getArray())))
                .optional()
                .map(row -> new Known(of(id, row.name, row.displayName, row.roles), row.generation, row.ended));
    }

    static Set<String> strings(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    private record Row(String name, String displayName, Set<String> roles, int generation, Set<UUID> ended) {}

    private record Known(Reader reader, int generation, Set<UUID> ended) {}
}
