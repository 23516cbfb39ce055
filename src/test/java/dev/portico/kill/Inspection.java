package dev.portico.kill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Compares what the portal holds with what the witnesses know. Nobody may be working meanwhile but the portal itself.
final class Inspection {

    private final PortalClient portal;
    private final Collection<? extends Witness> witnesses;

    Inspection(PortalClient portal, Collection<? extends Witness> witnesses) {
        this.portal = portal;
        this.witnesses = witnesses;
    }

    /// Everything that must not be, seen in one snapshot of the database and then through the API.
    List<Finding> findings(Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        List<Finding> findings = new ArrayList<>(tables(connection));
        Map<String, String> before = new Evidence(connection).entities();
        connection.rollback();
        Map<String, String> shown = shown();
        Map<String, String> after = new Evidence(connection).entities();
        connection.rollback();
        if (before.equals(after) && !shown.equals(after)) {
            findings.add(new Finding(
                    Finding.Kind.LOST,
                    "the API lists " + shown.size() + " entities and the tables hold " + after.size()
                            + ", or they read differently"));
        }
        return findings;
    }

    /// What the tables show within the connection's transaction.
    List<Finding> tables(Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>(Invariant.broken(connection));
        Evidence evidence = new Evidence(connection);
        int placed = 0;
        for (Witness witness : witnesses) {
            Observed observed = evidence.of(witness.source());
            placed += observed.descriptions().size();
            findings.addAll(witness.judge(observed));
        }
        int all = evidence.entities().size();
        if (all != placed) {
            findings.add(new Finding(
                    Finding.Kind.DOUBLED, "there are " + all + " entities, and the sources place " + placed));
        }
        return findings;
    }

    private Map<String, String> shown() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        for (JsonNode entity : portal.entities()) {
            JsonNode ref = entity.path("ref");
            String text = ref.isObject()
                    ? ref.path("kind").asString() + ":" + ref.path("namespace").asString() + "/"
                            + ref.path("name").asString()
                    : ref.asString();
            shown.put(text, entity.path("description").asString());
        }
        return shown;
    }
}
