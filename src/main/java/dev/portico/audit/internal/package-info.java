/// The chain behind the trail: how rows are digested, linked, signed, verified and let go. Also requests: each has an
/// id, which the log, the audit trail and the answer share, and a line in the log.
@NullMarked
package dev.portico.audit.internal;

import org.jspecify.annotations.NullMarked;
