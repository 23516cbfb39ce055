package dev.portico.secrets;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.Optional;

/// The secrets of this portal. Each method joins the caller's transaction, or makes one of its own; whoever lets people
/// change secrets decides and audits.
public interface Secrets {

    /// The most characters of a value.
    int LONGEST = 64 * 1024;

    /// Stores a secret, in place of the one of that name if there is one.
    ///
    /// @param name 1 to 128 of `a-z`, `0-9`, `.`, `_` and `-`, beginning with a letter or digit
    /// @throws Refusal.InvalidInput where the name does not fit, or the value is empty or too long
    /// @throws Refusal.Unavailable  where the key in use is another than this node's
    void put(Reader actor, String name, SecretValue value);

    /// Removes a secret.
    ///
    /// @return whether there was one
    boolean remove(String name);

    /// The value of a secret, empty where there is none of that name. Costs one query; nothing is cached.
    ///
    /// @throws Refusal.Unavailable where it cannot be decrypted; the message says why and what to do
    Optional<SecretValue> reveal(String name);

    /// All secrets in the order of their names, without their values.
    List<SecretSummary> list();

    /// Encrypts every secret with this node's key and puts that key in use. Writers wait meanwhile; readers do not.
    ///
    /// @return how many were encrypted anew
    /// @throws Refusal.Unavailable where a secret is encrypted with a key that this node does not have; nothing is
    ///                             changed then
    int rotate();
}
