package dev.portico.kill;

import java.util.List;

/// Somebody who knows what one source may hold.
interface Witness {

    /// The name of the source.
    String source();

    /// What contradicts it in that which was found. Called while no client works; takes note of what became of
    /// requests whose answer was cut off.
    List<Finding> judge(Observed observed);

    /// Whether the portal has acknowledged something that it has not done yet.
    boolean waits();
}
