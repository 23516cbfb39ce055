package dev.portico.audit.internal;

import dev.portico.secrets.DerivedKeys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/// The keys that the chain is signed with. After a change of the portal's key the new one vouches for the one before,
/// so that what was signed once can be verified for good.
@Component
public final class ChainKeys {

    private final List<SigningKey> keys;

    ChainKeys(DerivedKeys derived) {
        this.keys = SigningKey.of(derived);
    }

    /// For a command that runs beside the portal.
    public static ChainKeys of(DerivedKeys derived) {
        return new ChainKeys(derived);
    }

    /// The key that signs.
    SigningKey own() {
        return keys.getFirst();
    }

    /// Writes down that the keys of before were this portal's.
    void vouch(JdbcOperations database) {
        for (SigningKey former : keys.subList(1, keys.size())) {
            database.update(
                    "INSERT INTO audit_key (id, public_key, key, signature)"
                            + " SELECT ?, ?, ?, ? WHERE EXISTS (SELECT FROM audit_checkpoint WHERE key = ?)"
                            + " ON CONFLICT DO NOTHING",
                    former.id(),
                    former.publicKey(),
                    own().id(),
                    own().sign(Statement.key(former.id(), former.publicKey())),
                    former.id());
        }
    }

    /// The public keys that a signature may be of, by their ids: those this portal has, and those that one of them
    /// vouches for.
    Map<String, byte[]> trusted(Connection connection) throws SQLException {
        Map<String, byte[]> trusted = new HashMap<>();
        keys.forEach(key -> trusted.put(key.id(), key.publicKey()));
        int known;
        do {
            known = trusted.size();
            try (PreparedStatement query =
                            connection.prepareStatement("SELECT id, public_key, key, signature FROM audit_key");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String id = row.getString("id");
                    byte[] publicKey = row.getBytes("public_key");
                    String by = row.getString("key");
                    if (trusted.containsKey(by)
                            && id.equals(SigningKey.id(publicKey))
                            && SigningKey.fits(
                                    Objects.requireNonNull(trusted.get(by)),
                                    row.getBytes("signature"),
                                    Statement.key(id, publicKey))) {
                        trusted.put(id, publicKey);
                    }
                }
            }
        } while (trusted.size() > known);
        return trusted;
    }
}
