package dev.portico.storage.internal;

/// Where a PostgreSQL is and how to sign in to it.
record DatabaseAddress(String url, String user, String password) {

    /// Without the password.
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
