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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The key pair that guests' tokens are signed with. It is made once, kept as a secret, and so shared by all nodes.
@Component
final class GuestKey {

    private static final String NAME = "access.guest-key";
    private static final long LOCK = 0x706F_7274_6775_6573L;

    private final Secrets secrets;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private volatile @Nullable ECKey pair;

    GuestKey(Secrets secrets, JdbcClient jdbc, TransactionOperations transactions) {
        this.secrets = secrets;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// The pair. Reads it once from the database, and makes it there if no node has done so.
    ECKey pair() {
        ECKey known = pair;
        if (known == null) {
            known = Objects.requireNonNull(transactions.execute(status -> keptOrMade()));
            pair = known;
        }
        return known;
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
}
