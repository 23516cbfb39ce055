package dev.portico.storage.internal;

import java.io.IOException;
import java.nio.file.Path;

/// What the embedded server is told, written anew at each start: nothing that an earlier version or a person left in
/// the files stays in force.
final class ClusterConfiguration {

    private ClusterConfiguration() {}

    /// Writes `postgresql.conf` and `pg_hba.conf` into the cluster.
    static void write(PostgresFolder folder, Path data, int port) throws IOException {
        String socket = folder.socketFolder().map(Path::toString).orElse("");
        PostgresFolder.replace(data.resolve("postgresql.conf"), """
                # Written by Portico at each start. What you change here is lost.
                # Changes of your own go into portico.local.conf beside the folder of the data.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = '%s'
                unix_socket_permissions = 0700
                password_encryption = 'scram-sha-256'
                max_connections = 80

                # Durable: what was acknowledged survives.
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                wal_sync_method = fdatasync

                shared_buffers = '128MB'
                work_mem = '8MB'
                maintenance_work_mem = '64MB'
                max_wal_size = '1GB'
                checkpoint_timeout = '10min'
                random_page_cost = 1.1
                jit = off

                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                datestyle = 'iso, ymd'
                log_min_messages = warning
                log_line_prefix = '%%m [%%p] %%a '
                include_if_exists = '../portico.local.conf'
                """.formatted(port, socket.replace("'", "''")));
        PostgresFolder.replace(data.resolve("pg_hba.conf"), """
                # Written by Portico at each start: a password for everyone, and nobody from another machine.
                local all all scram-sha-256
                host all all 127.0.0.1/32 scram-sha-256
                """);
    }
}
