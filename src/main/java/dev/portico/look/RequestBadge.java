package dev.portico.look;

/// The badge of what became of a request.
public final class RequestBadge {

    private RequestBadge() {}

    /// @param state what it is called over REST: `WAITING`, `APPROVED`, `DENIED`, `WITHDRAWN` or `EXPIRED`
    /// @param holds whether what was approved holds still
    public static Badge of(String state, boolean holds) {
        return switch (state) {
            case "WAITING" -> new Badge(State.INFO, "Waiting");
            case "APPROVED" -> holds ? new Badge(State.PASSED, "Approved") : new Badge(State.NA, "Ended");
            case "DENIED" -> new Badge(State.FAILED, "Denied");
            case "WITHDRAWN" -> new Badge(State.NA, "Withdrawn");
            case "EXPIRED" -> new Badge(State.UNREPORTED, "Not answered");
            default -> throw new IllegalArgumentException("A request has no state " + state);
        };
    }
}
