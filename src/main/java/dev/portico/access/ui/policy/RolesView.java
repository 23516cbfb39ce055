package dev.portico.access.ui.policy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.Permissions;
import dev.portico.access.Policies;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.access.Role;
import dev.portico.access.RoleHolders;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.access.ui.frame.AccessTabs;
import dev.portico.access.ui.frame.RolePane;
import dev.portico.kernel.Reader;
import dev.portico.look.EmptyState;
import dev.portico.look.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/// The roles: those there are on the left, one of them in the middle, and beside it what else the module has to say
/// about it. The address says which.
@Route("access")
@PageTitle("Access · Portico")
@Menu(title = "Access", order = 80, icon = "KEY_ROUND")
@RequiresPermission("access.policy.read")
final class RolesView extends Page implements BeforeEnterObserver {

    private final transient Policies policies;
    private final transient RoleHolders holders;
    private final transient Readers readers;
    private final transient AccessTabs tabs;
    private final RoleList list = new RoleList();
    private final Div middle = new Div();
    private final RoleDetail detail;
    private final @Nullable RolePane pane;
    private transient AccessAddress address = new AccessAddress(null, "");

    RolesView(
            Policies policies,
            RoleHolders holders,
            Readers readers,
            AccessTabs tabs,
            Permissions permissions,
            ObjectProvider<RolePane> pane) {
        this.policies = policies;
        this.holders = holders;
        this.readers = readers;
        this.tabs = tabs;
        this.detail = new RoleDetail(permissions);
        this.pane = pane.getIfAvailable();
        middle.addClassName("role-middle");
        style("access");
        show(list, middle);
        if (this.pane != null) {
            style("with-pane");
            show(list, middle, this.pane);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = AccessAddress.of(event.getLocation().getQueryParameters());
        again();
    }

    private void again() {
        Reader reader = readers.current();
        PolicyWork work = PolicyWork.of(policies, reader, address.policy());
        new PolicyHead(work).fill(header(), tabs.bar(AccessTab.ROLES));
        Optional<Role> role = chosen(work);
        String name = role.map(Role::name).orElse("");
        list.show(work, holders.given(reader), address, name);
        middle.removeAll();
        setClassName("chosen", !address.role().isEmpty());
        if (role.isPresent()) {
            detail.show(role.get(), address);
            middle.add(detail);
        } else {
            middle.add(unknown());
        }
        if (pane != null) {
            pane.show(work.inForce().number(), work.isDraft() ? work.number() : null, role.isPresent() ? name : null);
        }
    }

    private Optional<Role> chosen(PolicyWork work) {
        if (address.role().isEmpty()) {
            return work.shown().roles().stream().findFirst();
        }
        return work.role(address.role()).or(() -> work.removed().stream()
                .filter(role -> role.name().equals(address.role()))
                .findFirst());
    }

    private EmptyState unknown() {
        return address.role().isEmpty()
                ? new EmptyState("No role", "This policy has no role that you may see.")
                : new EmptyState("No such role", "This policy has no role " + address.role() + " that you may see.");
    }
}
