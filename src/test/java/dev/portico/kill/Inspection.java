package dev.portico.kill;

import dev.portico.Eventually;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Compares what the portal holds with what the witnesses know. Nobody may be working meanwhile but the portal itself.
final class Inspection {

    private static final Duration INDEX_FOLLOWS = Duration.ofSeconds(5);

    private final PortalClient portal;
    private final Collection<? extends Witness> witnesses;

    Inspection(PortalClient portal, Collection<? extends Witness> witnesses) {
        this.portal = portal;
        this.witnesses = witnesses;
    }

    /// Everything that must not be, seen in one snapshot of the database and then through the API, which answers from
    /// the search index.
    List<Finding> findings(Connection connection) throws Exception {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        List<Finding> findings = new ArrayList<>(tables(connection));
        connection.rollback();
        try {
            Eventually.holds(INDEX_FOLLOWS, "the index equals the database", () -> indexEquals(connection));
        } catch (AssertionError differs) {
            findings.add(new Finding(
                    Finding.Kind.LOST,
                    "the index answers with " + shown().size() + " entities and the tables hold "
                            + new Evidence(connection).documents().size() + ", or they read differently"));
            connection.rollback();
        }
        return findings;
    }

    /// Whether the index holds what the tables do, or nobody can tell, since the tables change meanwhile.
    private boolean indexEquals(Connection connection) throws SQLException, IOException {
        Map<String, String> before = new Evidence(connection).documents();
        connection.rollback();
        Map<String, String> shown = shown();
        Map<String, String> after = new Evidence(connection).documents();
        connection.rollback();
        return !before.equals(after) || shown.equals(after);
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
            JsonNode metadata = entity.path("metadata");
            String ref = entity.path("kind").asString().toLowerCase(Locale.ROOT) + ":"
                    + metadata.path("namespace").asString() + "/"
                    + metadata.path("name").asString();
            Set<String> relations = new TreeSet<>();
            for (JsonNode relation : entity.path("relations")) {
                String type = relation.path("type").asString();
                if (Evidence.FORWARD.contains(type)) {
                    relations.add(type + " " + relation.path("targetRef").asString());
                }
            }
            shown.put(ref, metadata.path("description").asString() + " " + relations);
        }
        return shown;
    }
}
