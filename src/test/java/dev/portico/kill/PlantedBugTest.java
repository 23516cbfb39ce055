package dev.portico.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Alone;
import dev.portico.PorticoApplication;
import dev.portico.kill.Finding.Kind;
import java.nio.file.Files;
import java.util.Collections;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/// The harness finds what it is there to find: portals that break their promise only when they are killed.
@Alone
final class PlantedBugTest {

    private static final long SEED = 20261122;
    private static final int KILLS = 5;

    @Test
    void a_portal_that_commits_in_the_middle_of_a_run_is_found_out() throws Exception {
        assertThat(kill(new PortalProcess("hasty", HastyPortal.class), Victim.PORTAL, Kind.HALF_DONE)
                        .findings())
                .as("findings")
                .anySatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.HALF_DONE));
    }

    @Test
    void a_database_that_acknowledges_before_it_has_written_is_found_out() throws Exception {
        PortalProcess portal = new PortalProcess("forgetful", PorticoApplication.class);
        Files.createDirectories(portal.home().resolve("postgres"));
        Files.writeString(
                portal.home().resolve("postgres/portico.local.conf"),
                "synchronous_commit = off\nwal_writer_delay = 10s\n");

        assertThat(kill(portal, Victim.POSTGRESQL, Kind.LOST).findings())
                .as("findings")
                .anySatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.LOST));
    }

    private static KillReport kill(PortalProcess portal, Victim victim, Kind sought) throws Exception {
        try (KillLoop loop = new KillLoop(portal, SEED).begin()) {
            KillReport report = loop.kill(Collections.nCopies(KILLS, victim), EnumSet.of(sought));
            System.out.print(report);
            return report;
        }
    }
}
