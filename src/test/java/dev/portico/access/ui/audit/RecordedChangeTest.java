package dev.portico.access.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.ScreenTest;
import dev.portico.access.Grant;
import dev.portico.access.Role;
import dev.portico.access.RoleJson;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.audit.Audit;
import dev.portico.kernel.Change;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.look.CodeBlock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// What a row of the trail says has changed.
final class RecordedChangeTest extends ScreenTest {

    private final String thing = "engine-" + Ids.next();

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void a_change_of_a_role_is_told_in_sentences_and_stays_readable_as_it_was_recorded() {
        Role before = new Role(
                "stokers",
                "Heats",
                Set.of("guest"),
                null,
                List.of(new RoleMember(RoleMember.Kind.GROUP, "group:default/stokers", null)),
                List.of(Grant.allow("engine.boiler.heat", new Rule.OwnerIsMine()), Grant.allow("engine.whistle.blow")));
        Role after = new Role(
                "stokers",
                "Heats and brakes",
                Set.of("engineer"),
                null,
                List.of(new RoleMember(RoleMember.Kind.ACCOUNT, "fred", null)),
                List.of(
                        Grant.allow("engine.boiler.heat"),
                        Grant.deny("engine.brake.pull", new Rule.KindIn(Set.of("tender")))));
        record(Change.done(
                somebody(),
                "access.role.change",
                "policy",
                thing,
                RoleJson.write(before).toString(),
                RoleJson.write(after).toString()));

        String told = whole("access.role.change");

        assertThat(told)
                .contains(
                        "Description: was “Heats”, is “Heats and brakes”",
                        "AddedIncludes engineer",
                        "RemovedIncludes guest",
                        "ChangedAllow engine.boiler.heat: was where its owner is you or one of your groups, is everywhere",
                        "AddedDeny engine.brake.pull where its kind is tender",
                        "RemovedAllow engine.whistle.blow everywhere",
                        "AddedMember: the account fred",
                        "RemovedMember: group stokers",
                        "As recorded")
                .doesNotContain("FieldBeforeAfter");
        assertThat(findInView(CodeBlock.class).all()).hasSize(2);
    }

    @Test
    void a_role_that_came_or_went_is_told_with_all_it_granted_and_what_is_no_role_field_by_field() {
        Role role = new Role("stokers", "Heats", Set.of(), null, List.of(), List.of(Grant.allow("engine.*")));
        String json = RoleJson.write(role).toString();
        record(Change.done(somebody(), "access.role.remove", "policy", thing, json, null));
        assertThat(whole("access.role.remove")).contains("StokersRemoved", "RemovedAllow engine.* everywhere");

        record(Change.done(
                somebody(), "access.role.change", "policy", thing, null, "{\"removed\":[\"a, jane\",\"b, bo\"]}"));
        assertThat(whole("access.role.change")).contains("removed", "a, jane\nb, bo");
    }

    /// What is said of the newest row of an action.
    private String whole(String action) {
        open("audit?action=" + action + "&thing=" + thing);
        String row = findInView(AuditGrid.class)
                .single()
                .getLazyDataView()
                .getItem(0)
                .id()
                .toString();
        open("audit?action=" + action + "&thing=" + thing + "&row=" + row);
        return findInView(AuditDetail.class).single().getElement().getTextRecursively();
    }

    private void record(Change change) {
        transaction.executeWithoutResult(status -> audit.record(change));
    }

    private static Reader somebody() {
        return Reader.system("seeds");
    }
}
