/// What stands at the door, before anybody is signed in and before a controller is chosen.
///
/// A **push connection** is opened only by pages of the portal itself: a browser sends its cookie with a WebSocket
/// whatever page opened it, so each handshake is held against the portal's address. **Redirects** to the portal are
/// sent without scheme and host, so that none follows what a request claims of its host. What the **web server**
/// refuses by itself, such as an address that it cannot read, is answered in the portal's own forms with the strict
/// headers.
@NullMarked
package dev.portico.api.door;

import org.jspecify.annotations.NullMarked;
