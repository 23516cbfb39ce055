package dev.portico.audit.internal;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import dev.portico.secrets.DerivedKeys;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// A key pair of Ed25519 that signs the chain. It is derived from the portal's key for secrets, so the database never
/// holds it, and whoever can write to the database alone cannot sign.
final class SigningKey {

    private static final String PURPOSE = "audit ed25519";
    private static final int SEED_BYTES = 32;
    private static final int ID_BYTES = 8;

    /// What precedes the 32 bytes of a public key in its X.509 form. Source: RFC 8410.
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte[] publicKey;
    private final Ed25519Sign signer;

    private SigningKey(byte[] seed) {
        try {
            Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
            this.publicKey = pair.getPublicKey();
            this.signer = new Ed25519Sign(pair.getPrivateKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key of Ed25519 can be made", e);
        }
    }

    /// The keys of this portal: the one that signs first, then those of before that it still has.
    static List<SigningKey> of(DerivedKeys keys) {
        return keys.of(PURPOSE, SEED_BYTES).stream().map(SigningKey::new).toList();
    }

    /// By which signatures name the key.
    String id() {
        return id(publicKey);
    }

    static String id(byte[] publicKey) {
        return HexFormat.of().formatHex(Digest.of(publicKey), 0, ID_BYTES);
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    /// The public half as tools read it.
    String pem() {
        byte[] encoded = new byte[X509.length + publicKey.length];
        System.arraycopy(X509, 0, encoded, 0, X509.length);
        System.arraycopy(publicKey, 0, encoded, X509.length, publicKey.length);
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----\n";
    }

    byte[] sign(byte[] statement) {
        try {
            return signer.sign(statement);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The audit chain cannot be signed", e);
        }
    }

    static boolean fits(byte[] publicKey, byte[] signature, byte[] statement) {
        try {
            new Ed25519Verify(publicKey).verify(signature, statement);
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
