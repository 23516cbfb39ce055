package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.Policies;
import dev.portico.access.PolicyExchange;
import dev.portico.access.PolicySummary;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.access.ui.comparison.Comparison;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.access.ui.frame.AccessTabs;
import dev.portico.access.ui.frame.PolicyPane;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.Card;
import dev.portico.look.Page;
import dev.portico.look.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/// The policies there are: drafts, the one in force and those before it; what two of them differ in, and policies as
/// files.
@Route("access/policies")
@PageTitle("Policies · Portico")
@RequiresPermission("access.policy.read")
final class PoliciesView extends Page implements BeforeEnterObserver {

    private final transient Policies policies;
    private final transient PolicyExchange exchange;
    private final transient Readers readers;
    private final transient AccessTabs tabs;
    private final transient ObjectProvider<PolicyPane> panes;
    private final Div content = new Div();

    PoliciesView(
            Policies policies,
            PolicyExchange exchange,
            Readers readers,
            AccessTabs tabs,
            ObjectProvider<PolicyPane> panes) {
        this.policies = policies;
        this.exchange = exchange;
        this.readers = readers;
        this.tabs = tabs;
        this.panes = panes;
        content.addClassName("cards");
        show(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Reader reader = readers.current();
        PolicyWork work = PolicyWork.of(policies, reader, null);
        List<PolicySummary> all = policies.list(reader, null, Policies.LONGEST_LIST);
        boolean mayEdit = policies.mayEdit(reader);
        List<Component> actions = mayEdit
                ? List.of(Actions.plain("Import…", Symbol.UPLOAD, () -> importing(work)))
                : List.<Component>of();
        new PolicyHead(work).fill(header(), tabs.bar(AccessTab.POLICIES), actions);
        CompareAddress compared = CompareAddress.of(event.getLocation().getQueryParameters());
        content.removeAll();
        content.add(new CompareBar(all, compared, this::go));
        if (compared.whole()) {
            content.add(comparison(reader, compared));
        }
        content.add(new PolicyTable(all, work, mayEdit, this::restore));
    }

    private Card comparison(Reader reader, CompareAddress compared) {
        Card card = new Card("From policy " + compared.from() + " to policy " + compared.to())
                .body(new Comparison(policies.difference(reader, compared.from(), compared.to())));
        @Nullable PolicyPane pane = panes.getIfAvailable();
        if (pane != null) {
            pane.show(compared.from(), compared.to());
            card.body(pane);
        }
        return card;
    }

    private void go(CompareAddress address) {
        getUI().ifPresent(ui -> ui.navigate(AccessTab.POLICIES.address(), address.parameters()));
    }

    private void restore(PolicySummary policy) {
        PolicySummary draft = policies.draft(
                readers.current(),
                policy.number(),
                "Back to policy " + policy.number() + ": " + shortened(policy.note()));
        open(draft.number());
    }

    private void importing(PolicyWork work) {
        new ImportDialog(policies, exchange, readers, this::open).open(work);
    }

    private void open(int number) {
        AccessAddress address = new AccessAddress(number, "");
        getUI().ifPresent(ui -> ui.navigate(AccessTab.ROLES.address(), address.parameters()));
    }

    private static String shortened(String note) {
        return note.length() <= 200 ? note : note.substring(0, 200) + "…";
    }
}
