/// The screen of all tokens that somebody manages: looked through, made for services, rotated and revoked.
@NullMarked
package dev.portico.access.ui.tokens;

import org.jspecify.annotations.NullMarked;
