package dev.portico.access.ui.policy;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.access.ui.frame.AccessTabs;
import dev.portico.kernel.Reader;
import dev.portico.look.Badge;
import dev.portico.look.Page;
import dev.portico.look.RelativeTime;
import dev.portico.look.State;
import dev.portico.look.Table;
import dev.portico.look.Table.Column;
import dev.portico.look.Table.Kind;
import dev.portico.look.Text;
import java.util.List;

/// The policies there are: drafts, the one in force, and those before it.
@Route("access/policies")
@PageTitle("Policies · Portico")
@RequiresPermission("access.policy.read")
final class PoliciesView extends Page implements AfterNavigationObserver {

    private final transient Policies policies;
    private final transient Readers readers;
    private final transient AccessTabs tabs;

    PoliciesView(Policies policies, Readers readers, AccessTabs tabs) {
        this.policies = policies;
        this.readers = readers;
        this.tabs = tabs;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Reader reader = readers.current();
        PolicyWork work = PolicyWork.of(policies, reader, null);
        new PolicyHead(work).fill(header(), tabs.bar(AccessTab.POLICIES));
        Table table = new Table(
                "Policies",
                List.of(
                        new Column("Policy", Kind.WORDS),
                        new Column("State", Kind.WORDS),
                        new Column("What for", Kind.WORDS),
                        new Column("By", Kind.WIDE),
                        new Column("When", Kind.WIDE)));
        for (PolicySummary policy : policies.list(reader, null, Policies.LONGEST_LIST)) {
            row(table, policy);
        }
        show(table);
    }

    private static void row(Table table, PolicySummary policy) {
        String roles = new AccessAddress(policy.number(), "").address();
        boolean draft = policy.publishedAt() == null;
        table.row(
                new Anchor(roles, "Policy " + policy.number()),
                state(policy),
                Text.second(policy.note()),
                Text.hint(draft ? policy.changedBy() : String.valueOf(policy.publishedBy())),
                new RelativeTime(draft || policy.publishedAt() == null ? policy.changedAt() : policy.publishedAt()));
    }

    private static Badge state(PolicySummary policy) {
        return switch (policy.state()) {
            case DRAFT -> new Badge(State.INFO, "Draft");
            case PUBLISHED -> new Badge(State.PASSED, "In force");
            case RETIRED -> new Badge("Retired");
        };
    }
}
