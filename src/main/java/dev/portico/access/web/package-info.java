/// Access over REST: accounts, tokens, secrets and who one is, below `/api/portico/`. A controller takes a
/// [dev.portico.kernel.Reader] as a parameter and leaves every decision to the front doors.
@NullMarked
package dev.portico.access.web;

import org.jspecify.annotations.NullMarked;
