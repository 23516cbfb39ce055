package dev.portico.secrets.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which key all nodes encrypt with: the database remembers its id. A node with another key is told so at its start,
/// and writes nothing that the others could not read.
@Component
class KeyInUse implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(KeyInUse.class);

    private final JdbcClient jdbc;
    private final KeyRing keys;

    KeyInUse(JdbcClient jdbc, KeyRing keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /// The id of the key in use, which stays in use until the caller's transaction ends. The first node's key becomes
    /// it.
    String shared() {
        jdbc.sql("INSERT INTO secrets_key (key_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(keys.own().id())
                .update();
        return jdbc.sql("SELECT key_id FROM secrets_key FOR SHARE")
                .query(String.class)
                .single();
    }

    /// Puts another key in use once the caller's transaction ends; whoever is encrypting finishes first.
    void change(String id) {
        jdbc.sql("INSERT INTO secrets_key (key_id) VALUES (:id) ON CONFLICT (only_one) DO UPDATE SET key_id = :id")
                .param("id", id)
                .update();
    }

    /// Why something cannot be decrypted, and what to do.
    String missing(String id, String what) {
        return what + " encrypted with the key " + id + ", and this portal has the key "
                + keys.own().id()
                + ". Set PORTICO_SECRET_KEY to that key, or PORTICO_SECRET_KEY_PREVIOUS for the time of a rotation;"
                + " where it is lost, store the secrets anew.";
    }

    @Override
    public void run(ApplicationArguments arguments) {
        jdbc.sql("SELECT key_id FROM secrets_key")
                .query(String.class)
                .optional()
                .filter(id -> keys.key(id).isEmpty())
                .ifPresent(id -> log.error("{}", missing(id, "The secrets in the database are")));
    }
}
