package dev.portico.access.ui.policy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.portico.access.RequiresPermission;
import dev.portico.access.Role;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.access.ui.frame.RolePane;
import dev.portico.look.Note;
import dev.portico.look.Page;
import dev.portico.look.State;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The roles: those there are on the left, one of them in the middle, and beside it what else the module has to say
/// about it. The address says which. Whoever may changes them, in one of the drafts.
@Route("access")
@PageTitle("Access · Portico")
@Menu(title = "Access", order = 80, icon = "KEY_ROUND")
@RequiresPermission("access.policy.read")
final class RolesView extends Page implements BeforeEnterObserver, PolicyEditing.Told, RoleActions.Place {

    private final transient RoleParts parts;
    private final RoleList list = new RoleList();
    private final RoleNotes notes = new RoleNotes();
    private final Div place = new Div();
    private final transient HolderDialogs holders;
    private final RoleDetail detail;
    private final transient RoleActions roles;
    private final transient DraftActions draft;
    private final @Nullable RolePane pane;
    private transient PolicyEditing editing;
    private transient AccessAddress address = new AccessAddress(null, "");
    private String shown = "";

    RolesView(RoleParts parts) {
        this.parts = parts;
        this.holders = parts.holderDialogs(whoHas -> at(address.withWhoHas(whoHas)));
        this.detail = new RoleDetail(parts, holders);
        this.roles = new RoleActions(parts, this);
        this.draft =
                new DraftActions(parts, () -> policy(editing.work().inForce().number()));
        this.pane = parts.pane();
        this.editing = parts.editing(null, this);
        Div middle = new Div(notes, place);
        middle.addClassName("role-middle");
        style("access");
        show(list, middle);
        if (pane != null) {
            style("with-pane");
            show(list, middle, pane);
            pane.onChosen(() -> at(address.withPane(pane.chosen())));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = asked(event.getLocation().getQueryParameters());
        editing = parts.editing(address.policy(), this);
        draft.returned(editing, address.policy());
        notes.say(draft.elsewhere(editing, this::policy));
        setClassName("chosen", address.leadsOn());
        shown = address.role();
        AccessAddress asked = address;
        renewed(editing.work());
        if (!address.equals(asked)) {
            told(event.getUI());
        }
        role(-1);
        holders.ask(address.whoHas(), editing.work().number(), shown);
    }

    private AccessAddress asked(QueryParameters asked) {
        AccessAddress here = AccessAddress.of(asked);
        if (pane == null) {
            return here;
        }
        pane.ask(asked);
        return here.withPane(pane.chosen());
    }

    /// What is shown has another address by now, with the same policy and role.
    private void at(AccessAddress other) {
        if (!other.equals(address)) {
            address = other;
            list.at(address);
            detail.at(address);
            getUI().ifPresent(this::told);
        }
    }

    /// The address of the draft that is shown stands in the browser, to come back to.
    private void told(UI ui) {
        ui.getPage().getHistory().replaceState(null, address.address());
    }

    @Override
    public void renewed(PolicyWork work) {
        AccessAddress now = address.showing(work);
        if (!now.equals(address)) {
            address = now;
            getUI().ifPresent(this::told);
        }
        if (shown.isEmpty()) {
            shown = work.shown().roles().stream().findFirst().map(Role::name).orElse("");
        }
        new PolicyHead(work).fill(header(), parts.tabs(AccessTab.ROLES), draft.actions(editing, this::refused));
        list.show(work, parts.labels(work.members()), parts.given(), address, shown, this::policy);
        if (editing.open()) {
            list.end(roles.another());
        } else {
            list.end();
        }
        if (pane != null) {
            pane.show(work.inForce(), work.other(), shown.isEmpty() ? null : shown);
        }
    }

    @Override
    public void joined(String words) {
        notes.say(new Note(State.INFO, words));
    }

    @Override
    public void clashed(Role mine, @Nullable Role theirs, String words) {
        notes.say(new ClashNote(
                editing.work().number(),
                mine,
                theirs,
                words,
                () -> done(editing.insist(mine)),
                () -> done(Optional.empty())));
        role(-1);
    }

    @Override
    public Optional<String> change(UnaryOperator<Role> change) {
        return editing.change(shown, change);
    }

    @Override
    public Optional<String> change(UnaryOperator<Role> change, int open) {
        Optional<String> refused = editing.change(shown, change);
        if (refused.isEmpty()) {
            role(open);
        }
        return refused;
    }

    @Override
    public @Nullable Integer draft() {
        return editing.work().isDraft() ? editing.work().number() : null;
    }

    private void refused(String why) {
        detail.refused(Optional.of(why));
    }

    @Override
    public PolicyEditing editing() {
        return editing;
    }

    @Override
    public void made(String role) {
        go(address.withRole(role));
    }

    @Override
    public void done(Optional<String> refused) {
        notes.say(Optional.empty());
        role(-1);
        detail.refused(refused);
        refused.filter(words -> !detail.isAttached()).ifPresent(this::joined);
    }

    /// Shows the role anew.
    private void role(int open) {
        place.removeAll();
        place.add(detail.of(shown, editing.work(), address, roles, open));
    }

    private void policy(int number) {
        go(address.withPolicy(number));
    }

    private void go(AccessAddress where) {
        getUI().ifPresent(ui -> ui.navigate(AccessTab.ROLES.address(), where.parameters()));
    }
}
