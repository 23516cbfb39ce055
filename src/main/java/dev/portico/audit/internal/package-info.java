/// Requests: each has an id, which the log, the audit trail and the answer share, and a line in the log.
@NullMarked
package dev.portico.audit.internal;

import org.jspecify.annotations.NullMarked;
