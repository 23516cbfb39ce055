package dev.portico.access.internal;

import dev.portico.access.Role;
import dev.portico.access.spaces.SpaceBelongings;
import dev.portico.kernel.Reader;
import java.util.List;
import org.springframework.stereotype.Component;

/// The roles of a space. They go with it, by a policy without them that is put in force.
@Component
final class SpaceRoles implements SpaceBelongings {

    private final PolicyRows rows;
    private final PolicyAtOnce atOnce;

    SpaceRoles(PolicyRows rows, PolicyAtOnce atOnce) {
        this.rows = rows;
        this.atOnce = atOnce;
    }

    @Override
    public String kind() {
        return "roles";
    }

    @Override
    public long count(String space) {
        return rows.roles(rows.inForce().number()).stream()
                .filter(role -> space.equals(role.space()))
                .count();
    }

    /// Whoever does it may publish those roles' end, and holds what they allow.
    @Override
    public void remove(String space, Reader by) {
        int inForce = rows.lock();
        List<Role> before = rows.roles(inForce);
        List<Role> after =
                before.stream().filter(role -> !space.equals(role.space())).toList();
        if (after.size() == before.size()) {
            return;
        }
        atOnce.enforce(by, inForce, before, after, "Without the roles of the space " + space);
    }
}
