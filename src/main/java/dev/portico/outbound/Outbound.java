package dev.portico.outbound;

/// Calls HTTP servers outside, through the guard that keeps Portico from being sent to addresses it must not reach.
///
/// Thread-safe; both methods block the calling thread, for at most the request's time limit. A host that is busy is
/// waited for within that limit. An answer of any status is an answer, not a failure.
public interface Outbound {

    /// Calls and reads the whole body into memory. Tries again where that is safe and promising.
    ///
    /// @throws dev.portico.kernel.Refusal.InvalidInput code `outbound-address` where the guard refuses an address,
    ///                                                 `outbound-too-large` where the body passes the byte limit
    /// @throws dev.portico.kernel.Refusal.Unavailable  code `outbound-unreachable` or `outbound-timeout`
    /// @throws dev.portico.kernel.Refusal.TooMany      code `outbound-budget` where the host's budget is used up
    OutboundResponse fetch(OutboundRequest request);

    /// Calls and hands out the body as a stream, bounded like that of `fetch`; the caller closes it. Tried once.
    ///
    /// While the stream is read, a passed limit is an [OutboundInterrupted].
    OutboundExchange open(OutboundRequest request);
}
