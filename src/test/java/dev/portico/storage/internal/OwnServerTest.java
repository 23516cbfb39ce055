package dev.portico.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.storage.DatabaseSettings;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Asks a server that speaks as much of PostgreSQL's protocol as it takes to refuse.
final class OwnServerTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final AtomicInteger asked = new AtomicInteger();
    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void a_server_that_refuses_the_password_is_asked_once_however_long_one_would_wait() {
        answer("28P01", "password authentication failed for user \"portico\"");

        assertThatThrownBy(() -> OwnServer.reach(settings(LONG)))
                .isInstanceOfSatisfying(StorageUnusable.class, refused -> {
                    assertThat(refused.description())
                            .contains("postgresql://127.0.0.1:" + server.getLocalPort() + "/portico does not let")
                            .contains("password authentication failed");
                    assertThat(refused.remedy()).contains("PORTICO_DATABASE_PASSWORD");
                });
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_database_that_does_not_exist_is_named_with_its_remedy() {
        answer("3D000", "database \"portico\" does not exist");

        assertThatThrownBy(() -> OwnServer.reach(settings(LONG)))
                .isInstanceOfSatisfying(StorageUnusable.class, refused -> assertThat(refused.remedy())
                        .contains("Make the database, owned by portico"));
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_server_that_is_starting_is_asked_again_until_the_time_is_up() {
        answer("57P03", "the database system is starting up");

        assertThatThrownBy(() -> OwnServer.reach(settings(Duration.ofMillis(1_200))))
                .isInstanceOf(StorageUnusable.class)
                .hasMessageContaining("is not there")
                .hasMessageContaining("starting up");
        assertThat(asked).hasValueGreaterThan(1);
    }

    private DatabaseSettings settings(Duration appearWithin) {
        return new DatabaseSettings(
                "jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + "/portico?sslmode=disable&gssEncMode=disable",
                "portico",
                "wrong",
                2,
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                appearWithin);
    }

    private void answer(String state, String message) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    asked.incrementAndGet();
                    DataInputStream request = new DataInputStream(client.getInputStream());
                    request.skipNBytes(request.readInt() - Integer.BYTES);
                    OutputStream out = client.getOutputStream();
                    out.write(error(state, message));
                    out.flush();
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    /// An ErrorResponse; see "Message Formats" in PostgreSQL's manual.
    private static byte[] error(String state, String message) {
        byte[] fields = ("SFATAL\0VFATAL\0C" + state + "\0M" + message + "\0\0").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(fields.length + 5)
                .put((byte) 'E')
                .putInt(fields.length + 4)
                .put(fields)
                .array();
    }
}
