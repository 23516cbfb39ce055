package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.AdminSettings;
import dev.portico.access.Permission;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.access.directory.Directory;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// Faults on the way to a decision: each ends in a refusal, for everybody, and none in an allowance.
@PorticoTest
final class FailClosedTest {

    private static final Permission READ = new Permission("catalog.entity.read", "catalog-entity", "Read entities.");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource source;

    @Autowired
    private SpaceOwners spaces;

    @Autowired
    private FirstPolicy first;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private GuestTokens guests;

    @Autowired
    private ObjectProvider<Directory> directories;

    @Autowired
    private Sightings sightings;

    @Test
    void without_a_database_nothing_is_decided() {
        AtomicBoolean away = new AtomicBoolean();
        PolicyInForce policies = new PolicyInForce(JdbcClient.create(new Sometimes(source, away)), spaces, first);
        RoleAccess access = new RoleAccess(policies, (reader, permission, asked, type, id, result) -> {});
        assertThat(access.decide(TestAccounts.ADMIN, READ).allowed()).isTrue();

        away.set(true);
        policies.forget();
        for (Reader reader : List.of(TestAccounts.ADMIN, Reader.system("test"), Reader.anonymous())) {
            assertThatThrownBy(() -> access.decide(reader, READ)).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> access.scope(reader, READ)).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> access.roles(reader)).isInstanceOf(DataAccessException.class);
        }

        away.set(false);
        assertThat(access.decide(TestAccounts.ADMIN, READ).allowed()).isTrue();
    }

    @Test
    void without_the_directory_nobody_is_known() {
        AccountSummary account = TestAccounts.make(accounts, Roles.ENGINEER);
        AccountReaders readers = new AccountReaders(
                jdbc,
                new ObjectProvider<>() {
                    @Override
                    public Directory getObject() {
                        return new Down();
                    }
                },
                sightings);

        assertThatThrownBy(() -> readers.reader(account.id()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The directory is down");
        accounts.remove(TestAccounts.ADMIN, account.id());
    }

    @Test
    void without_a_database_no_token_and_no_session_counts() {
        AccountSummary account = TestAccounts.make(accounts, Roles.ENGINEER);
        Reader owner = new Reader(
                "account:" + account.name(), account.id(), account.name(), null, Set.of(), account.roles(), null);
        String text =
                tokens.create(owner, TokenRequest.personal("fail-closed", null)).text();
        AtomicBoolean away = new AtomicBoolean();
        JdbcClient sometimes = JdbcClient.create(new Sometimes(source, away));
        AccountReaders people = new AccountReaders(sometimes, directories, sightings);
        TokenReaders readers = new TokenReaders(sometimes, people, sightings, guests, new AdminSettings("", ""));
        SignedIn session = new SignedIn(account.id(), account.name(), 0, Instant.now(), Ids.next());
        assertThat(readers.reader(text)).isPresent();

        away.set(true);
        people.forget(account.id());
        readers.forgetAll();
        assertThatThrownBy(() -> readers.reader(text)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> people.reader(session)).isInstanceOf(DataAccessException.class);
        accounts.remove(TestAccounts.ADMIN, account.id());
    }

    private static final class Down implements Directory {
        @Override
        public Optional<EntityRef> userOf(String account) {
            throw new IllegalStateException("The directory is down");
        }

        @Override
        public Set<EntityRef> groupsOf(EntityRef user) {
            throw new IllegalStateException("The directory is down");
        }
    }

    /// A database that is away at times.
    private static final class Sometimes extends AbstractDataSource {

        private final DataSource source;
        private final AtomicBoolean away;

        Sometimes(DataSource source, AtomicBoolean away) {
            this.source = source;
            this.away = away;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away.get()) {
                throw new SQLException("The database is away");
            }
            return source.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
