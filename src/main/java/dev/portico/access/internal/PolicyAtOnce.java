package dev.portico.access.internal;

import dev.portico.access.Role;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Reader;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Puts a change of the policy in force at once, as a policy of its own, without a draft that somebody works on.
@Component
final class PolicyAtOnce {

    private final PolicyRows rows;
    private final PolicyRights rights;
    private final PolicyWriting writing;
    private final ChangeFeed feed;

    PolicyAtOnce(PolicyRows rows, PolicyRights rights, PolicyWriting writing, ChangeFeed feed) {
        this.rows = rows;
        this.rights = rights;
        this.writing = writing;
        this.feed = feed;
    }

    /// Whoever does it may publish the roles that differ, and holds what they allow. In the caller's transaction, which
    /// has locked the policy in force.
    ///
    /// @param inForce its number
    /// @param before  its roles
    /// @param after   the roles from now on
    void enforce(Reader by, int inForce, Collection<Role> before, Collection<Role> after, String note) {
        PolicyChange change = new PolicyChange(before, after);
        rights.requireRoles(by, AccessPermissions.PUBLISH_POLICY, change);
        rights.requireHolding(by, AccessPermissions.PUBLISH_POLICY, inForce, change);
        int number = rows.insert(inForce, inForce, note, by.subject());
        rows.write(number, after, by.subject());
        rows.enforce(number, by.subject());
        ObjectNode next =
                JsonNodeFactory.instance.objectNode().put("number", number).put("note", note);
        change.roles().forEach(role -> next.withArray("roles").add(role.name()));
        writing.record(
                by,
                Deed.PUBLISH_POLICY,
                number,
                JsonNodeFactory.instance.objectNode().put("number", inForce),
                next);
        feed.publish(PolicyChanges.TOPIC, List.of(Integer.toString(number)));
    }
}
