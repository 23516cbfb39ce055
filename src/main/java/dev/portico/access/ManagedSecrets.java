package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.secrets.SecretSummary;
import dev.portico.secrets.SecretValue;
import java.util.List;

/// Secrets as people may manage them: stored and removed, never read back. Takes `secrets.secret.manage`; each change
/// writes its audit row, which names the secret and holds nothing of its value.
public interface ManagedSecrets {

    /// All secrets in the order of their names, without their values.
    List<SecretSummary> list(Reader reader);

    /// Stores a secret, in place of the one of that name if there is one.
    ///
    /// @throws Refusal.InvalidInput where the name or the value does not fit
    void put(Reader reader, String name, SecretValue value);

    /// Removes a secret.
    ///
    /// @throws Refusal.NotFound where there is none of that name
    void remove(Reader reader, String name);

    /// Encrypts every secret anew with the key of this node, and puts that key in use.
    ///
    /// @return how many were encrypted anew
    int rotate(Reader reader);
}
