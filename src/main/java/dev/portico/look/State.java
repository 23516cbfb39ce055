package dev.portico.look;

import java.util.Locale;

/// What something came to. Always shown as sign and word, never by colour alone.
public enum State {
    PASSED(Symbol.CIRCLE_CHECK),
    FAILED(Symbol.CIRCLE_X),
    WARNING(Symbol.TRIANGLE_ALERT),
    NA(Symbol.CIRCLE_SLASH),
    UNREPORTED(Symbol.CIRCLE_DASHED),
    ERROR(Symbol.OCTAGON_ALERT),
    EXEMPT(Symbol.SHIELD_HALF),
    INFO(Symbol.INFO);

    private final Symbol symbol;

    State(Symbol symbol) {
        this.symbol = symbol;
    }

    /// What something with problems came to: failed where one of them is an error, else worth a warning. Whatever shows
    /// problems, of one entity, of many, or of a source, has its sign and colour from here.
    public static State ofErrors(long errors) {
        return errors > 0 ? FAILED : WARNING;
    }

    /// The sign of this state.
    public Symbol symbol() {
        return symbol;
    }

    /// The style class that sets the state's colours on a part.
    public String className() {
        return name().toLowerCase(Locale.ROOT);
    }
}
