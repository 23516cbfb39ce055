/// How the guarded client works, from the outside in.
///
/// [GuardedOutbound] holds the rules of a call: repetitions and what is sent where; [Hops] follows its redirects. Each
/// hop is taken apart by [Destination], which refuses every spelling that two parsers could read differently;
/// [AddressGuard] resolves the name once and lets through what [AddressRanges] calls public, or what the settings
/// name exactly; [PinnedTransport] opens a socket to an address that it is given and has no way to resolve a name
/// itself. [HostBudgets] bounds the calls to a host at once and a minute, [BoundedStream] the bytes and [Deadline] the
/// time of one call.
@NullMarked
package dev.portico.outbound.internal;

import org.jspecify.annotations.NullMarked;
