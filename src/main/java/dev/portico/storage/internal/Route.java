package dev.portico.storage.internal;

/// One of the two ways to PostgreSQL.
enum Route {
    /// For requests and everything brief.
    SHORT,
    /// For what may take minutes.
    BULK;

    /// The route that the present thread is on; the short one where nothing is bound.
    static final ScopedValue<Route> CURRENT = ScopedValue.newInstance();
}
