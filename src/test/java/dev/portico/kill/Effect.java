package dev.portico.kill;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a request does to a source.
///
/// @param onTheWay the states that the source passes before the request is acknowledged
/// @param after    the states that it may be in once the request is acknowledged
/// @param target   what the source comes to hold by itself after an acknowledgement; null where nothing is left to do
record Effect(
        Function<SourceState, List<SourceState>> onTheWay,
        Function<SourceState, List<SourceState>> after,
        @Nullable Contents target) {

    /// A push; the source is registered first where there is none.
    ///
    /// @param run the id of the run that was answered; null while there is no answer
    static Effect push(Contents contents, @Nullable UUID run) {
        return new Effect(state -> List.of(state.registered()), state -> List.of(pushed(state, contents, run)), null);
    }

    private static SourceState pushed(SourceState state, Contents contents, @Nullable UUID run) {
        SourceState registered = state.registered();
        SourceState pushed = registered.ran(contents, "push");
        return run == null || pushed.equals(registered) ? pushed : pushed.knowing(run);
    }

    /// A registration, which is followed by a run.
    static Effect register(Contents contents) {
        return followedByRun(contents, SourceState::registered);
    }

    /// A change to the files of a folder, and the order to read it.
    static Effect refresh(Contents contents) {
        return followedByRun(contents, state -> state);
    }

    static Effect remove() {
        return new Effect(state -> List.of(), state -> List.of(state.removed()), null);
    }

    private static Effect followedByRun(Contents contents, Function<SourceState, SourceState> first) {
        return new Effect(
                state -> List.of(),
                state -> List.of(
                        first.apply(state),
                        first.apply(state).ran(contents, "schedule"),
                        first.apply(state).ran(contents, "refresh")),
                contents);
    }
}
