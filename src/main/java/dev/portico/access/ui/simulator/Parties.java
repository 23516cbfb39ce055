package dev.portico.access.ui.simulator;

import com.vaadin.flow.data.provider.Query;
import dev.portico.access.Party;
import java.util.stream.Stream;

/// Accounts and tokens for somebody who types.
final class Parties {

    private Parties() {}

    static String label(Party party) {
        return party.token() ? "Token " + party.name() : party.name();
    }

    /// Those that a box asks for.
    static Stream<Party> found(CaseAnswers answers, Query<Party, String> query) {
        int offset = query.getOffset();
        int limit = query.getLimit();
        return answers.parties(query.getFilter().orElse(""), Math.addExact(offset, limit)).stream()
                .skip(offset);
    }
}
