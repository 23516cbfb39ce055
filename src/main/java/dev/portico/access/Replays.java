package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;

/// Runs a policy over what people really asked for in the last days: whom it would newly deny what, and whom it would
/// newly allow what. Takes `access.policy.read` without a condition.
///
/// Decisions are recorded without payloads: who asked for which permission on which thing, what came out, and the day.
/// They are at most ten seconds behind.
public interface Replays {

    /// What there is to run a policy over.
    ///
    /// @throws Refusal.Forbidden where the reader may not ask
    RecordedDecisions recorded(Reader reader);

    /// Asks every recorded question again, of the policy in force and of this one, by what people and things are like
    /// at this moment. Ten thousand questions take less than two seconds.
    ///
    /// @param policy   its number
    /// @param progress is told now and then; on the caller's thread
    /// @throws Refusal.NotFound    where there is no policy of that number
    /// @throws Refusal.Forbidden   where the reader may not ask
    /// @throws Refusal.Unavailable while another replay runs on this node
    Replay replay(Reader reader, int policy, Progress progress);

    /// Is told how far a replay has come.
    @FunctionalInterface
    interface Progress {

        /// @param done how many questions were asked
        /// @param of   how many there are
        void at(int done, int of);
    }
}
