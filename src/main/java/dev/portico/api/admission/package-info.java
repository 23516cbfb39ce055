/// Who gets in when more is asked than the portal can answer.
///
/// Every request for `/api/` passes a **gate** before anything costly is done for it: before sign-in, before the log.
/// A bounded number of requests runs at a time, a bounded number waits for a moment, and the rest is told to come back
/// (429 or 503 with `Retry-After`), which costs a small part of an answer. So the portal goes on answering as many
/// requests as it can, however many are sent, in bounded memory. Health, metrics, files and the screens do not pass the
/// gate; they find the processors free enough because the gate is narrow.
///
/// Requests are told apart by their **client**: the token, once it has been seen to count, and the address before that,
/// so that made-up tokens gain nothing. Those who wait take turns by client, a full queue turns away the client that
/// waits most, and nobody holds more than three quarters of the places: one noisy client starves no other.
///
/// A client may also be held to a **rate** (429 with `Retry-After`); as delivered, it is not.
///
/// What is turned away leaves no line in the request log, only counts: `portico.api.requests` by outcome in the
/// metrics, and one warning in ten seconds.
@NullMarked
package dev.portico.api.admission;

import org.jspecify.annotations.NullMarked;
