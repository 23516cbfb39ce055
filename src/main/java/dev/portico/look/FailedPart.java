package dev.portico.look;

import dev.portico.kernel.Refusal;

/// Stands where a part of a page could not be made: a refusal with its reason, anything else with a reference to the
/// log, and a way to try again. Where access is what is missing, it leads to where one asks for it. The rest of the
/// page stays as it is.
public final class FailedPart {

    private FailedPart() {}

    /// @param retry makes the part once more
    public static Note of(RuntimeException failure, Runnable retry) {
        if (failure instanceof Refusal.Forbidden forbidden) {
            return note(failure).actions(new AskLink(forbidden));
        }
        return note(failure).actions(Actions.plain("Retry", Symbol.REFRESH_CW, retry));
    }

    private static Note note(RuntimeException failure) {
        if (failure instanceof Refusal refusal) {
            return new Note(State.FAILED, refusal.reason());
        }
        Text reference = Text.mono("Reference " + Reference.of(failure)).styled("reference");
        return new Note(State.ERROR, "This part could not be loaded.").with(reference);
    }
}
