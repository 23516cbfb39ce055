package dev.portico.storage;

import dev.portico.kernel.Refusal;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells a database that does not answer from every other failure.
///
/// The short route reports an absent database in many shapes, as the layer that noticed it pleases: no connection, a
/// broken one, a statement that was cut off, a server that is shutting down.
public final class DatabaseAway {

    private static final int DEEPEST_CAUSE = 20;

    private DatabaseAway() {}

    /// The refusal to answer with, where the failure was caused by a database that does not answer; else empty.
    public static Optional<Refusal.Unavailable> refusal(@Nullable Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof SQLException sql && isAway(sql)) {
                return Optional.of(new Refusal.Unavailable(
                        "database-away",
                        "The database does not answer at the moment. Nothing was changed that was not confirmed; try"
                                + " again in a few seconds."));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static boolean isAway(SQLException failure) {
        if (failure instanceof java.sql.SQLTransientConnectionException) {
            return true;
        }
        String state = failure.getSQLState();
        return state != null
                && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300") || isCutOff(state));
    }

    /// 57014 is a statement that ran into its limit: the database answers, but not in time.
    private static boolean isCutOff(String state) {
        return state.equals("57014") || state.equals("55P03");
    }
}
