package dev.portico.access.ui.simulator;

import com.vaadin.flow.data.provider.Query;
import dev.portico.access.Party;
import dev.portico.access.Readers;
import dev.portico.access.Simulator;
import java.util.stream.Stream;

/// Accounts and service tokens for somebody who types.
final class Parties {

    private Parties() {}

    static String label(Party party) {
        return party.token() ? "Token " + party.name() : party.name();
    }

    /// Those that a box asks for.
    static Stream<Party> found(Simulator simulator, Readers readers, Query<Party, String> query) {
        int offset = query.getOffset();
        int limit = query.getLimit();
        return simulator.parties(readers.current(), query.getFilter().orElse(""), Math.addExact(offset, limit)).stream()
                .skip(offset);
    }
}
