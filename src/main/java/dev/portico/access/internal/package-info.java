/// How access works inside: the evaluator and the built-in roles, accounts and passwords, tokens, sign-in by form and
/// by OIDC, and the cache that turns a session or a token into a reader.
///
/// Everything that limits (attempts, expiry, the last admin) is decided by one statement in the database, so that it
/// holds for requests at the same moment on any node.
@NullMarked
package dev.portico.access.internal;

import org.jspecify.annotations.NullMarked;
