package dev.portico.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Alone;
import dev.portico.PorticoApplication;
import dev.portico.kill.Finding.Kind;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/// Promise: what was acknowledged survives a kill of the portal, of PostgreSQL or of both, at any moment; nothing is
/// doubled, nothing is half done.
@Alone
final class KillTest {

    private static final int KILLS = Boolean.getBoolean("portico.long") ? 200 : 10;

    @Test
    void what_was_acknowledged_survives_every_kill_whole_and_once() throws Exception {
        long seed = Long.getLong("portico.kill.seed", 20261121);
        int kills = Integer.getInteger("portico.kill.count", KILLS);
        try (KillLoop loop = new KillLoop(new PortalProcess("honest", PorticoApplication.class), seed).begin()) {
            KillReport report = loop.kill(loop.victims(kills), EnumSet.allOf(Kind.class));
            System.out.print(report);

            assertThat(report.findings()).as(report.toString()).isEmpty();
        }
    }
}
