package dev.portico.access.internal;

import dev.portico.access.Role;
import dev.portico.access.spaces.SpaceBelongings;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Reader;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The roles of a space. They go with it, by a policy without them that is put in force.
@Component
final class SpaceRoles implements SpaceBelongings {

    private final PolicyRows rows;
    private final PolicyRights rights;
    private final PolicyWriting writing;
    private final ChangeFeed feed;

    SpaceRoles(PolicyRows rows, PolicyRights rights, PolicyWriting writing, ChangeFeed feed) {
        this.rows = rows;
        this.rights = rights;
        this.writing = writing;
        this.feed = feed;
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
        PolicyChange change = new PolicyChange(before, after);
        rights.requireRoles(by, AccessPermissions.PUBLISH_POLICY, change);
        rights.requireHolding(by, AccessPermissions.PUBLISH_POLICY, inForce, change);
        String note = "Without the roles of the space " + space;
        int number = rows.insert(inForce, inForce, note, by.subject());
        rows.write(number, after, by.subject());
        rows.enforce(number, by.subject());
        ObjectNode next =
                JsonNodeFactory.instance.objectNode().put("number", number).put("note", note);
        change.roles().forEach(role -> next.withArray("roles").add(role.name()));
        writing.record(
                by,
                AccessPermissions.PUBLISH_POLICY,
                number,
                JsonNodeFactory.instance.objectNode().put("number", inForce),
                next);
        feed.publish(PolicyChanges.TOPIC, List.of(Integer.toString(number)));
    }
}
