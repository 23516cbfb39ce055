package dev.portico.storage.internal.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a backup holds, and what it has to look like when it is restored.
///
/// @param format   the format of the file; this version writes and reads 1
/// @param made     when, in ISO 8601
/// @param portico  the version of Portico that made it
/// @param postgres the version of its PostgreSQL
/// @param key      recognises the secret key; null where the portal had none
record Manifest(
        int format,
        String made,
        String portico,
        String postgres,
        @Nullable KeyCheck key,
        List<History> histories,
        List<Table> tables,
        List<Sequence> sequences,
        List<Content> objects) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";
    static final String MAC_ENTRY = "manifest.mac";

    Manifest {
        histories = List.copyOf(histories);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        objects = List.copyOf(objects);
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /// Recognises a key without telling it.
    record KeyCheck(String salt, String value) {}

    /// The migrations that a module has seen.
    record History(String module, List<Migration> migrations) {
        History {
            migrations = List.copyOf(migrations);
        }
    }

    /// A migration, by its version and Flyway's checksum of its text.
    record Migration(String version, int checksum) {}

    /// A table's rows. The digest is of the rows as COPY writes them, in the order of their key.
    record Table(String name, List<String> columns, long rows, long bytes, String sha256) {
        Table {
            columns = List.copyOf(columns);
        }

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /// Where a sequence stands.
    record Sequence(String name, long value) {}

    /// An object, under its digest.
    record Content(String sha256, long size) {

        String entry() {
            return "objects/" + sha256;
        }
    }
}
