package dev.portico.access;

/// Somebody whom rights are about: an account, or a token of a service.
///
/// @param subject what audit rows and logs call it: `account:jane`, `token:ci`
/// @param name    the name to show
/// @param token   whether it is a token
public record Party(String subject, String name, boolean token) {

    private static final String ACCOUNT = "account:";

    /// The name of the account; empty for a token.
    public String account() {
        return subject.startsWith(ACCOUNT) ? subject.substring(ACCOUNT.length()) : "";
    }
}
