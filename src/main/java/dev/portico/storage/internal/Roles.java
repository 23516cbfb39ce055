package dev.portico.storage.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The embedded server's one role and database, made on the first start.
///
/// The role `portico` owns the database `portico` and nothing more: it is no superuser, so that a hole in a statement
/// reaches neither files nor programs.
record Roles(PostgresFolder folder, int port) {

    /// Makes sure that the server is ours and holds the role and the database.
    DatabaseAddress prepare() throws IOException {
        String password = folder.password();
        try (Connection connection = DriverManager.getConnection(
                        url("postgres") + "?connectTimeout=10&socketTimeout=30",
                        "postgres",
                        folder.superuserPassword());
                Statement statement = connection.createStatement()) {
            refuseStranger(statement);
            if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = 'portico'")) {
                statement.execute("CREATE ROLE portico LOGIN");
            }
            // The password consists of hexadecimal digits.
            statement.execute("ALTER ROLE portico PASSWORD '" + password + "'");
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = 'portico'")) {
                statement.execute("CREATE DATABASE portico OWNER portico");
            }
            return new DatabaseAddress(url("portico"), "portico", password);
        } catch (SQLException e) {
            throw new StorageUnusable(
                    "The embedded PostgreSQL in " + folder.folder() + " does not let Portico in: " + e.getMessage(),
                    "The password files beside the data belong to it; put them back where they were changed.",
                    e);
        }
    }

    /// Another server may have answered on our port; its data would be taken for ours.
    private void refuseStranger(Statement statement) throws SQLException, IOException {
        try (ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            Path data = Path.of(row.getString(1));
            if (!data.toRealPath().equals(folder.data().toRealPath())) {
                throw new StorageUnusable(
                        "The PostgreSQL on port " + port + " keeps its data in " + data + ", not in " + folder.data(),
                        "Stop that server, or delete the file \"port\" in " + folder.folder() + ".");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
