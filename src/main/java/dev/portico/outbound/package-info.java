/// The one guarded HTTP client. Whatever Portico fetches on behalf of a person goes through [Outbound].
///
/// The guard answers one question before each connection: may Portico open a socket to this address? A URL is taken
/// apart strictly (only `http` and `https`, no user info, no odd spelling of an address), its host is resolved once,
/// each address is held against a list of ranges of our own, and the socket goes to exactly an address that passed,
/// with the certificate checked against the name. Every hop of a redirect passes the same door. The only exceptions are
/// the exact `host:port` pairs of `portico.outbound.allow` (`PORTICO_OUTBOUND_ALLOW`).
///
/// Each call has a limit of bytes, counted as they arrive and again after decompression, and a limit of time that
/// covers everything from the look-up of the name to the last byte. A host gets a bounded number of calls at once and
/// a minute. Calls that change nothing are tried again after a pause; there are no cookies and no cache, and headers of
/// the caller are not carried to another host.
@NullMarked
@ApplicationModule(
        displayName = "Outbound",
        allowedDependencies = {"kernel"})
package dev.portico.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
