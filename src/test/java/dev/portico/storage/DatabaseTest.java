package dev.portico.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PorticoTest
class DatabaseTest {

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final BulkDatabase bulk;

    @Autowired
    DatabaseTest(JdbcClient database, TransactionTemplate transactions, BulkDatabase bulk) {
        this.database = database;
        this.transactions = transactions;
        this.bulk = bulk;
    }

    @Test
    void the_embedded_server_is_durable_and_asks_for_a_password() {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("password_encryption")).isEqualTo("scram-sha-256");
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting("TimeZone")).isEqualTo("UTC");
    }

    @Test
    void portico_signs_in_with_a_role_that_is_no_superuser() {
        assertThat(setting("is_superuser")).isEqualTo("off");
    }

    @Test
    void a_statement_of_the_short_route_is_cut_off() {
        assertThatThrownBy(() -> database.sql("SELECT pg_sleep(4)").query().singleRow())
                .isInstanceOf(QueryTimeoutException.class)
                .satisfies(failure -> assertThat(DatabaseAway.refusal(failure)).isPresent());
    }

    @Test
    void a_statement_of_the_bulk_route_may_take_longer() {
        bulk.transaction(connection -> {
            connection.createStatement().execute("SELECT pg_sleep(2.2)");
            return null;
        });
    }

    @Test
    void whatever_joins_a_bulk_transaction_travels_on_its_connection() {
        int[] processes = bulk.transaction(connection -> new int[] {
            connection.unwrap(PGConnection.class).getBackendPID(),
            database.sql("SELECT pg_backend_pid()").query(Integer.class).single()
        });
        assertThat(processes[0]).isEqualTo(processes[1]);
    }

    @Test
    void a_bulk_transaction_that_fails_leaves_nothing_behind() {
        assertThatThrownBy(() -> bulk.transaction(connection -> {
                    database.sql("CREATE TABLE storage_probe (id int)").update();
                    throw new SQLException("it went wrong", "22012");
                }))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThat(database.sql("SELECT to_regclass('storage_probe') IS NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_bulk_transaction_within_another_is_refused() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> bulk.transaction(connection -> null)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void more_bulk_transactions_than_connections_wait_for_their_turn() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = clients.invokeAll(Collections.nCopies(
                    9,
                    () -> bulk.transaction(
                            connection -> connection.createStatement().execute("SELECT pg_sleep(0.6)"))));
            assertThat(all).allSatisfy(one -> assertThat(one.get()).isTrue());
        }
    }

    @Test
    void a_connection_that_breaks_in_a_transaction_counts_as_a_database_that_is_away() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(
                        status -> database.sql("SELECT pg_terminate_backend(pg_backend_pid())")
                                .query()
                                .singleRow()))
                .satisfies(failure -> assertThat(DatabaseAway.refusal(failure)).isPresent());
    }

    private String setting(String name) {
        return database.sql("SELECT current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
