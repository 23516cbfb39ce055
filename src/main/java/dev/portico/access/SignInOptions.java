package dev.portico.access;

import java.util.List;
import java.util.Optional;

/// What the sign-in page offers. Costs no I/O: a provider that is away is listed all the same.
///
/// The page posts `username`, `password` and the CSRF token to `/login`, and leads to a provider by a plain link.
public interface SignInOptions {

    /// The OIDC providers, in the order of their labels.
    List<Provider> providers();

    /// What to tell a person who was sent back to the sign-in page with `?error=code`.
    ///
    /// @return empty for a code that is unknown, which the page ignores
    Optional<String> message(String code);

    /// A way to sign in through a provider.
    ///
    /// @param id    its id in the settings
    /// @param label the company's name for it
    /// @param path  where its button leads, relative to the portal's address
    record Provider(String id, String label, String path) {}
}
