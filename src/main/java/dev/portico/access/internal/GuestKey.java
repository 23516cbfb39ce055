package dev.portico.access.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.secrets.SecretValue;
import dev.portico.secrets.Secrets;
import java.text.ParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The key pair that guests' tokens are signed with. It is made once, kept as a secret, and so shared by all nodes.
/// Each reads it again every minute: whoever replaces or removes the secret thereby ends all tokens of guests.
@Component
final class GuestKey {

    private static final String NAME = "access.guest-key";

    /// How old the key at hand may be.
    static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(1);

    /// How long after a read a token with another key's id makes it read no more.
    static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long LOCK = 0x706F_7274_6775_6573L;

    private final Secrets secrets;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final LongSupplier nanos;
    private volatile @Nullable Held held;

    @Autowired
    GuestKey(Secrets secrets, JdbcClient jdbc, TransactionOperations transactions) {
        this(secrets, jdbc, transactions, System::nanoTime);
    }

    GuestKey(Secrets secrets, JdbcClient jdbc, TransactionOperations transactions, LongSupplier nanos) {
        this.secrets = secrets;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.nanos = nanos;
    }

    /// The pair, read within the last minute. Makes it where no node has done so.
    ECKey pair() {
        return readWithin(FRESH_NANOS);
    }

    /// The pair; read anew where the one at hand has another id, so that a key which another node has just made or
    /// found is known here too.
    ECKey pair(String id) {
        ECKey known = pair();
        return id.equals(known.getKeyID()) ? known : readWithin(PAUSE_NANOS);
    }

    private ECKey readWithin(long age) {
        Held known = held;
        return known != null && nanos.getAsLong() - known.readAt < age ? known.pair : readOne(age);
    }

    private synchronized ECKey readOne(long age) {
        Held known = held;
        long now = nanos.getAsLong();
        if (known == null || now - known.readAt >= age) {
            known = new Held(Objects.requireNonNull(transactions.execute(status -> keptOrMade())), now);
            held = known;
        }
        return known.pair;
    }

    private ECKey keptOrMade() {
        jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Integer.class)
                .single();
        Optional<SecretValue> kept = secrets.reveal(NAME);
        try {
            if (kept.isPresent()) {
                return ECKey.parse(kept.get().reveal());
            }
            ECKey made = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyID(Ids.next().toString())
                    .generate();
            secrets.put(Reader.system("access"), NAME, SecretValue.of(made.toJSONString()));
            return made;
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("The secret " + NAME + " is no key; remove it to have a new one made", e);
        }
    }

    private record Held(ECKey pair, long readAt) {}
}
