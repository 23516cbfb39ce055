package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.access.directory.Directory;
import dev.portico.kernel.Reader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@PorticoTest
final class SubjectsTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private DataSource database;

    @Autowired
    private ObjectProvider<Directory> directory;

    @Autowired
    private Sightings sightings;

    @Test
    void one_question_takes_one_connection_at_a_time() {
        Counted counted = new Counted(database);
        JdbcClient jdbc = JdbcClient.create(counted);
        AccountReaders readers = new AccountReaders(jdbc, counted.watched(directory), sightings);
        Subjects subjects = new Subjects(jdbc, directory, readers);
        AccountSummary account = TestAccounts.make(accounts, "engineer");
        try {
            Reader owner = readers.reader(account.id()).orElseThrow();
            tokens.create(owner, TokenRequest.personal("laptop", Set.of("catalog.*")));

            assertThat(subjects.account(account.name()).roles()).containsExactly("engineer");
            assertThat(subjects.token(account.name() + "/laptop").scopes()).containsExactly("catalog.*");
            assertThat(counted.most).isEqualTo(1);
        } finally {
            accounts.remove(TestAccounts.ADMIN, account.id());
        }
    }

    /// Counts how many connections are open at once. Whoever asks the directory counts as one, since it has its own.
    private static final class Counted extends DelegatingDataSource {

        private int open;
        private int most;

        Counted(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            opened();
            return (Connection) Proxy.newProxyInstance(
                    Counted.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        open -= method.getName().equals("close") ? 1 : 0;
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getTargetException();
                        }
                    });
        }

        ObjectProvider<Directory> watched(ObjectProvider<Directory> directory) {
            return new ObjectProvider<>() {
                @Override
                public Directory getObject() {
                    opened();
                    open--;
                    return directory.getObject();
                }
            };
        }

        private void opened() {
            open++;
            most = Math.max(most, open);
        }
    }
}
