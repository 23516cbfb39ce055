package dev.portico.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.storage.BulkDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PorticoTest
class PoolTest {

    private final DataSource dataSource;
    private final BulkDatabase bulk;

    @Autowired
    PoolTest(DataSource dataSource, BulkDatabase bulk) {
        this.dataSource = dataSource;
        this.bulk = bulk;
    }

    /// A server that stands still sends nothing, not even that a statement took too long.
    @Test
    void a_connection_waits_two_seconds_for_an_answer_and_no_longer() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(2_000);
        }
        assertThat(bulk.<Integer>transaction(Connection::getNetworkTimeout)).isEqualTo(900_000);
    }
}
