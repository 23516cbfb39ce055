package dev.portico.audit;

import dev.portico.audit.internal.ChainKeys;
import dev.portico.audit.internal.Head;
import dev.portico.audit.internal.HeadFile;
import dev.portico.audit.internal.Verifier;
import dev.portico.secrets.DerivedKeys;
import dev.portico.secrets.SecretsSettings;
import dev.portico.storage.CommandDatabase;
import dev.portico.storage.PorticoHome;
import dev.portico.storage.PorticoSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.logging.LoggingSystem;
import tools.jackson.databind.json.JsonMapper;

/// `audit verify [--json] [--head N:LINK]`: looks at the whole audit trail. The portal may run meanwhile.
public final class AuditCommand {

    private static final String USAGE = "usage: ./portico audit verify [--json] [--head ROW:LINK]";

    private AuditCommand() {}

    /// Carries the command out in a JVM of its own, whose log it silences.
    ///
    /// @return 0 when the trail is intact, 1 when it is not, 2 when the command is not understood or fails
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean json = arguments.contains("--json");
        Optional<List<Head>> noted = noted(arguments);
        if (arguments.isEmpty() || !arguments.getFirst().equals("verify") || noted.isEmpty()) {
            err.println(USAGE);
            return 2;
        }
        LoggingSystem.get(AuditCommand.class.getClassLoader()).beforeInitialize();
        try (CommandDatabase database = CommandDatabase.open("audit")) {
            Verification found = verify(database.connection(), noted.get());
            out.println(json ? JsonMapper.shared().writeValueAsString(found) : words(found));
            return found.intact() ? 0 : 1;
        } catch (IllegalStateException e) {
            err.println("portico: " + e.getMessage());
        } catch (SQLException | IOException e) {
            err.println("portico: the audit trail cannot be read: " + e.getMessage());
        }
        return 2;
    }

    private static Verification verify(Connection connection, List<Head> noted) throws SQLException {
        PorticoSettings portal = CommandDatabase.settings("portico", PorticoSettings.class);
        PorticoHome home = new PorticoHome(portal.home());
        DerivedKeys keys = DerivedKeys.found(portal, secrets(), home)
                .orElseThrow(() -> new IllegalStateException("This portal has no key yet, so its audit trail has no"
                        + " signature to verify; set PORTICO_SECRET_KEY, or PORTICO_HOME to the portal's home"));
        List<Head> heads = new ArrayList<>(noted);
        HeadFile.of(home).read().ifPresent(heads::add);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        return new Verifier(connection, ChainKeys.of(keys), heads).verify();
    }

    /// As application.yaml has it.
    private static SecretsSettings secrets() {
        String previous = System.getenv("PORTICO_SECRET_KEY_PREVIOUS");
        return previous == null
                ? CommandDatabase.settings("portico.secrets", SecretsSettings.class)
                : new SecretsSettings(previous);
    }

    /// What the arguments name to hold the trail against; empty where they make no sense.
    private static Optional<List<Head>> noted(List<String> arguments) {
        List<Head> heads = new ArrayList<>();
        for (int at = 1; at < arguments.size(); at++) {
            if (arguments.get(at).equals("--head") && at + 1 < arguments.size()) {
                Optional<Head> head = Head.parse(arguments.get(++at));
                if (head.isEmpty()) {
                    return Optional.empty();
                }
                heads.add(head.get());
            } else if (!arguments.get(at).equals("--json")) {
                return Optional.empty();
            }
        }
        return Optional.of(heads);
    }

    private static String words(Verification found) {
        String rows = found.from() > 1 ? "rows " + found.from() + " to " + found.to() : found.to() + " rows";
        Verification.Problem problem = found.problem();
        return problem == null
                ? "The audit trail is intact: " + rows + ", " + found.checkpoints() + " signatures, " + found.waiting()
                        + " waiting to be linked. Its end is " + found.to() + ":" + found.link()
                : "The audit trail is NOT intact. " + problem.sentence() + ". What comes before fits, up to row "
                        + found.to() + ".";
    }
}
