package dev.portico;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// A portal in a JVM of its own, as one of several on one database.
final class ClusterNode {

    private ClusterNode() {}

    /// Starts a node and returns at once.
    ///
    /// @param folder   where all nodes of the cluster keep their files, each below its own name
    /// @param token    the text of a token that acts as the admin
    /// @param password the admin's
    static PortalProcess start(String name, Path folder, EmbeddedPostgres postgres, String token, String password)
            throws IOException {
        int port = FreePort.find();
        return PortalProcess.start(
                port,
                folder.resolve(name),
                Map.of(
                        "PORTICO_BASE_URL",
                        "http://localhost:" + port,
                        "PORTICO_DATABASE_URL",
                        "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                        "PORTICO_DATABASE_USER",
                        "postgres",
                        "PORTICO_DATABASE_PASSWORD",
                        "postgres",
                        "PORTICO_SECRET_KEY",
                        "0123456789abcdef0123456789abcdef",
                        "PORTICO_ADMIN_PASSWORD",
                        password,
                        "PORTICO_ADMIN_TOKEN",
                        token,
                        "PORTICO_OBJECTS",
                        folder.resolve("objects").toString()));
    }
}
