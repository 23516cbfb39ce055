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
import dev.portico.access.ui.frame.PolicyPane;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.Card;
import dev.portico.look.Note;
import dev.portico.look.Page;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.ArrayList;
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
    private final transient RoleParts parts;
    private final transient ObjectProvider<PolicyPane> panes;
    private final Div said = new Div();
    private final Div content = new Div();

    PoliciesView(
            Policies policies,
            PolicyExchange exchange,
            Readers readers,
            RoleParts parts,
            ObjectProvider<PolicyPane> panes) {
        this.policies = policies;
        this.exchange = exchange;
        this.readers = readers;
        this.parts = parts;
        this.panes = panes;
        said.getElement().setAttribute("role", "alert");
        content.addClassName("cards");
        show(said, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        look(CompareAddress.of(event.getLocation().getQueryParameters()));
    }

    private void look(CompareAddress compared) {
        Reader reader = readers.current();
        PolicyWork work = parts.work(policies.inForce(reader).number());
        List<Component> actions = parts.mayEdit()
                ? List.of(Actions.plain("Import…", Symbol.UPLOAD, () -> importing(work)))
                : List.<Component>of();
        new PolicyHead(work).fill(header(), parts.tabs(AccessTab.POLICIES), actions);
        List<PolicySummary> all = listed(reader, compared.most());
        said.removeAll();
        content.removeAll();
        content.add(
                new DraftCard(work, parts, () -> gone(compared), why -> stale(compared, why)),
                new CompareBar(work.drafts(), all, compared, this::go));
        if (compared.whole()) {
            compare(reader, compared);
        }
        content.add(new PolicyTable(all, work, parts, this::restore));
        if (!all.isEmpty() && !policies.list(reader, all.getLast().number(), 1).isEmpty()) {
            content.add(Row.line(
                    Text.hint("The newest " + Words.number(all.size()) + " are listed, drafts among them."),
                    Actions.link("List more", compared.more().address())));
        }
    }

    /// The newest, drafts among them.
    private List<PolicySummary> listed(Reader reader, int most) {
        List<PolicySummary> all = new ArrayList<>();
        List<PolicySummary> part;
        do {
            @Nullable Integer last = all.isEmpty() ? null : all.getLast().number();
            part = policies.list(reader, last, CompareAddress.PART);
            all.addAll(part);
        } while (part.size() == CompareAddress.PART && all.size() < most);
        return all;
    }

    /// A draft that is none any more is compared with nothing.
    private void gone(CompareAddress compared) {
        if (compared.whole()) {
            getUI().ifPresent(ui -> ui.navigate(AccessTab.POLICIES.address()));
        } else {
            look(compared);
        }
    }

    /// Shows everything anew, the comparison too: what was shown may be older than why something was refused.
    private void stale(CompareAddress compared, String why) {
        look(compared);
        said.removeAll();
        said.add(new Note(State.FAILED, why));
    }

    /// What is said in place of a comparison with a draft that is discarded.
    private void compare(Reader reader, CompareAddress compared) {
        try {
            content.add(comparison(reader, compared));
        } catch (Refusal.NotFound unknown) {
            String gone = parts.discarded(compared.to())
                    .or(() -> parts.discarded(compared.from()))
                    .orElseThrow(() -> unknown);
            said.add(new Note(State.INFO, gone));
        }
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
        parts.restore(policy, this::open);
    }

    private void importing(PolicyWork work) {
        List<PolicySummary> open = work.drafts().stream().filter(parts::mayEdit).toList();
        new ImportDialog(policies, exchange, readers, open, this::open).open();
    }

    private void open(int number) {
        AccessAddress address = new AccessAddress(number, "");
        getUI().ifPresent(ui -> ui.navigate(AccessTab.ROLES.address(), address.parameters()));
    }
}
