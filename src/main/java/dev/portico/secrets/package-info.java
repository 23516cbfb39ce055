/// Values encrypted at rest: what Portico needs to sign in elsewhere, by name. [Secrets] is the front door.
///
/// A **secret** is a value under a name. A **key** encrypts it with AES-256 in Galois/counter mode, bound to its
/// row, so that neither a changed nor a swapped row is ever taken for the real one. The key comes from
/// `PORTICO_SECRET_KEY`, or is made once and kept in the portal's home; the database never holds it. One key is in
/// use at a time, for all nodes; **rotation** encrypts everything anew with another.
///
/// The module gives values to other modules and never to people: who may store one is for `access` to decide. It
/// promises that a value is in no log, no message and no JSON document of its own making.
@NullMarked
@ApplicationModule(
        displayName = "Secrets",
        allowedDependencies = {"kernel", "storage"})
package dev.portico.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
