package dev.portico.audit.internal;

import dev.portico.secrets.DerivedKeys;
import dev.portico.secrets.SecretsSettings;
import dev.portico.storage.PorticoHome;
import dev.portico.storage.PorticoSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// Signs with a key that is not the portal's.
final class Forger {

    private static final SigningKey KEY = SigningKey.of(DerivedKeys.found(
                            new PorticoSettings(
                                    Path.of("nowhere"),
                                    URI.create("http://localhost"),
                                    "",
                                    "the key of a forger, who has 32 characters too"),
                            new SecretsSettings(""),
                            new PorticoHome(Path.of("target", "no-home")))
                    .orElseThrow())
            .getFirst();

    private Forger() {}

    /// Signs every checkpoint from a row on, and vouches for the key by itself.
    static void signAnew(JdbcTemplate database, long from) {
        database.update(
                "INSERT INTO audit_key (id, public_key, key, signature) VALUES (?, ?, ?, ?)",
                KEY.id(),
                KEY.publicKey(),
                KEY.id(),
                KEY.sign(Statement.key(KEY.id(), KEY.publicKey())));
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        List<Head> signed = database.query(
                "SELECT c.n, l.link FROM audit_checkpoint c JOIN audit_link l ON l.n = c.n WHERE c.n >= ?",
                (row, number) -> new Head(row.getLong("n"), row.getBytes("link")),
                from);
        for (Head head : signed) {
            database.update(
                    "UPDATE audit_checkpoint SET link = ?, at = ?, key = ?, signature = ? WHERE n = ?",
                    head.link(),
                    at.atOffset(ZoneOffset.UTC),
                    KEY.id(),
                    KEY.sign(Statement.checkpoint(head.n(), head.link(), at)),
                    head.n());
        }
    }
}
