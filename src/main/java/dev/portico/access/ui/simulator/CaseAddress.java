package dev.portico.access.ui.simulator;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.look.AddressParameters;
import java.util.Map;

/// What the simulator shows: all that stands of it in the address of its page, beside the policy, which is the page's.
///
/// @param who     the subject of whoever it is about; empty for nobody yet
/// @param may     the name of a permission; empty for none yet
/// @param on      the id of a thing; empty for none
/// @param reasons by which policy the reasons are shown
/// @param holders whether it is listed who else may
/// @param sample  whether some of what they could act on are listed
/// @param form    one case, or a replay
record CaseAddress(String who, String may, String on, Reasons reasons, boolean holders, boolean sample, Form form) {

    private static final String YES = "shown";

    /// Whose reasons are shown: those of the policy that the page shows, or of the one in force.
    enum Reasons {
        SHOWN,
        FORCE
    }

    /// What the simulator is used for.
    enum Form {
        CASE,
        REPLAY
    }

    /// What an address asks for; what it says wrongly is left open.
    static CaseAddress of(QueryParameters asked) {
        return new CaseAddress(
                AddressParameters.text(asked, "who"),
                AddressParameters.text(asked, "may"),
                AddressParameters.text(asked, "on"),
                AddressParameters.choice(asked, "reasons", Reasons.SHOWN),
                AddressParameters.text(asked, "able").equals(YES),
                AddressParameters.text(asked, "reach").equals(YES),
                AddressParameters.choice(asked, "simulator", Form.CASE));
    }

    /// Another case, of which nothing but the first answer is shown.
    CaseAddress asking(String party, String permission, String thing) {
        return new CaseAddress(party, permission, thing, Reasons.SHOWN, false, false, form);
    }

    CaseAddress with(Reasons other) {
        return new CaseAddress(who, may, on, other, holders, sample, form);
    }

    CaseAddress with(Form other) {
        return new CaseAddress(who, may, on, reasons, holders, sample, other);
    }

    CaseAddress withHolders() {
        return new CaseAddress(who, may, on, reasons, true, sample, form);
    }

    CaseAddress withSample(boolean other) {
        return new CaseAddress(who, may, on, reasons, holders, other, form);
    }

    Map<String, String> parameters() {
        return new AddressParameters()
                .with("who", who)
                .with("may", may)
                .with("on", on)
                .with("reasons", reasons, Reasons.SHOWN)
                .with("able", holders ? YES : "")
                .with("reach", sample ? YES : "")
                .with("simulator", form, Form.CASE)
                .named();
    }
}
