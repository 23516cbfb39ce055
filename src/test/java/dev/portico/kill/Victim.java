package dev.portico.kill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What a kill hits. Every kill is SIGKILL: the process does nothing more, not even notice.
enum Victim {
    /// The portal's process. Its PostgreSQL lives on without it until the next start.
    PORTAL,
    /// Every process of PostgreSQL, in any order. The portal lives, and starts it again.
    POSTGRESQL,
    /// One process of PostgreSQL that is not its first. PostgreSQL itself ends all others and recovers.
    POSTGRESQL_BACKEND,
    /// Every process of both, in any order, as when the container is killed that holds them.
    BOTH;

    /// Strikes at once.
    void strike(PortalProcess portal, Random random) throws IOException {
        List<ProcessHandle> processes = new ArrayList<>(this == PORTAL ? List.of() : portal.postgres());
        if (this == POSTGRESQL_BACKEND) {
            processes = List.of(processes.get(1 + random.nextInt(processes.size() - 1)));
        } else {
            if (hitsPortal()) {
                processes.add(portal.handle());
            }
            Collections.shuffle(processes, random);
        }
        processes.forEach(ProcessHandle::destroyForcibly);
        if (hitsPortal()) {
            portal.handle().onExit().join();
        }
    }

    boolean hitsPortal() {
        return this == PORTAL || this == BOTH;
    }
}
