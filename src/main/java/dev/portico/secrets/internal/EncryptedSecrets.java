package dev.portico.secrets.internal;

import com.google.re2j.Pattern;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.secrets.SecretSummary;
import dev.portico.secrets.SecretValue;
import dev.portico.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The secrets in the database, each encrypted and bound to its row by the row's id and name.
@Service
class EncryptedSecrets implements Secrets {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,127}");

    private final JdbcClient jdbc;
    private final KeyRing keys;
    private final KeyInUse keyInUse;

    EncryptedSecrets(JdbcClient jdbc, KeyRing keys, KeyInUse keyInUse) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.keyInUse = keyInUse;
    }

    @Override
    @Transactional
    public void put(Reader actor, String name, SecretValue value) {
        check(name, value);
        SecretKey key = key(keyInUse.shared(), "New secrets are");
        // The row comes first, since its id is part of what binds the value to it.
        jdbc.sql("INSERT INTO secrets_secret (id, name, key_id, ciphertext, updated_by)"
                        + " VALUES (:id, :name, '', '', '') ON CONFLICT (name) DO NOTHING")
                .param("id", Ids.next())
                .param("name", name)
                .update();
        UUID id = jdbc.sql("SELECT id FROM secrets_secret WHERE name = ? FOR UPDATE")
                .param(name)
                .query(UUID.class)
                .single();
        jdbc.sql("UPDATE secrets_secret SET key_id = :key, ciphertext = :ciphertext, updated_at = now(),"
                        + " updated_by = :by WHERE id = :id")
                .param("id", id)
                .param("key", key.id())
                .param("ciphertext", encrypt(key, id, name, value))
                .param("by", actor.subject())
                .update();
    }

    @Override
    @Transactional
    public boolean remove(String name) {
        return jdbc.sql("DELETE FROM secrets_secret WHERE name = ?").param(name).update() == 1;
    }

    @Override
    public Optional<SecretValue> reveal(String name) {
        return rows("WHERE name = :name", name).stream().map(this::decrypt).findFirst();
    }

    @Override
    public List<SecretSummary> list() {
        return jdbc.sql("SELECT name, key_id, created_at, updated_at, updated_by FROM secrets_secret ORDER BY name")
                .query((row, number) -> new SecretSummary(
                        row.getString("name"),
                        row.getString("key_id"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("updated_at").toInstant(),
                        row.getString("updated_by")))
                .list();
    }

    @Override
    @Transactional
    public int rotate() {
        keyInUse.change(keys.own().id());
        List<Row> old = rows("WHERE key_id <> :name FOR UPDATE", keys.own().id());
        for (Row row : old) {
            jdbc.sql("UPDATE secrets_secret SET key_id = :key, ciphertext = :ciphertext WHERE id = :id")
                    .param("id", row.id)
                    .param("key", keys.own().id())
                    .param("ciphertext", encrypt(keys.own(), row.id, row.name, decrypt(row)))
                    .update();
        }
        return old.size();
    }

    private List<Row> rows(String which, String parameter) {
        return jdbc.sql("SELECT id, name, key_id, ciphertext FROM secrets_secret " + which)
                .param("name", parameter)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("key_id"),
                        row.getBytes("ciphertext")))
                .list();
    }

    private SecretValue decrypt(Row row) {
        SecretKey key = key(row.keyId, "The secret \"" + row.name + "\" is");
        try {
            byte[] text = key.cipher().decrypt(row.ciphertext, binding(row.id, row.name));
            return SecretValue.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new Refusal.Unavailable(
                    "secret-damaged",
                    "The secret \"" + row.name + "\" was changed in the database, or belongs to another row."
                            + " Store it anew.");
        }
    }

    private static byte[] encrypt(SecretKey key, UUID id, String name, SecretValue value) {
        try {
            return key.cipher().encrypt(value.reveal().getBytes(StandardCharsets.UTF_8), binding(id, name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret \"" + name + "\" cannot be encrypted", e);
        }
    }

    private static byte[] binding(UUID id, String name) {
        return ("secrets_secret\n" + id + "\n" + name).getBytes(StandardCharsets.UTF_8);
    }

    private SecretKey key(String id, String what) {
        return keys.key(id)
                .orElseThrow(() -> new Refusal.Unavailable("secret-key-missing", keyInUse.missing(id, what)));
    }

    private static void check(String name, SecretValue value) {
        if (!NAME.matches(name)) {
            throw new Refusal.InvalidInput(
                    "secret-name",
                    "The name of a secret has 1 to 128 of a-z, 0-9, \".\", \"_\" and \"-\","
                            + " beginning with a letter or digit");
        }
        if (value.reveal().isEmpty() || value.reveal().length() > LONGEST) {
            throw new Refusal.InvalidInput(
                    "secret-value", "The value of \"" + name + "\" is empty or longer than 65,536 characters");
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Rows are never compared.
    private record Row(UUID id, String name, String keyId, byte[] ciphertext) {}
}
