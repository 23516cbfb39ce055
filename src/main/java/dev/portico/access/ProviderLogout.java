package dev.portico.access;

/// Takes the messages by which OIDC providers say that somebody signed out there. Source: OpenID Connect Back-Channel
/// Logout 1.0.
public interface ProviderLogout {

    /// Ends the session here that came from the provider's session that the message names, or every session of the
    /// subject where it names none; within a second on every node.
    ///
    /// @param provider the provider's id in the settings
    /// @param message  the logout token: a JWT that the provider signed
    /// @param address  where the message came from: refused ones are counted by it
    /// @throws dev.portico.kernel.Refusal.TooMany where too many from there were refused of late
    /// @throws dev.portico.kernel.Refusal.InvalidInput where there is no such provider, or the message is not one
    ///     of its own, for this portal, recent and new
    void signedOut(String provider, String message, String address);
}
