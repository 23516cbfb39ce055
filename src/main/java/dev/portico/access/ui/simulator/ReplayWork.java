package dev.portico.access.ui.simulator;

import dev.portico.access.Replay;
import dev.portico.access.Replays;
import dev.portico.kernel.Reader;
import java.time.Duration;

/// A replay that runs on a thread of its own, and how far it is. Any thread may look.
final class ReplayWork {

    private volatile Stage stage = new Running(0, 0);

    /// How far it is.
    sealed interface Stage {}

    /// @param of how many questions there are; 0 while that is not known
    record Running(int done, int of) implements Stage {}

    record Done(Replay replay, Duration took) implements Stage {}

    record Failed(RuntimeException why) implements Stage {}

    /// Begins to run a policy over what was recorded.
    static ReplayWork begin(Replays replays, Reader reader, int policy) {
        ReplayWork work = new ReplayWork();
        Thread.ofVirtual().name("replay").start(() -> work.run(replays, reader, policy));
        return work;
    }

    Stage stage() {
        return stage;
    }

    private void run(Replays replays, Reader reader, int policy) {
        long began = System.nanoTime();
        try {
            Replay replay = replays.replay(reader, policy, (done, of) -> stage = new Running(done, of));
            stage = new Done(replay, Duration.ofNanos(System.nanoTime() - began));
        } catch (RuntimeException failure) {
            stage = new Failed(failure);
        }
    }
}
