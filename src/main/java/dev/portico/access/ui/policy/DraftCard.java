package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Drafts;
import dev.portico.access.PolicySummary;
import dev.portico.look.Actions;
import dev.portico.look.Card;
import dev.portico.look.RelativeTime;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The drafts that the reader may see: what each is for, how much it changes, who edited it last, and what can be done
/// with it.
final class DraftCard extends Div {

    private final transient RoleParts parts;
    private final transient DraftActions actions;
    private final transient Consumer<String> refused;

    /// @param gone    told once one of them is none any more
    /// @param refused told why something was refused; what is listed may be older than that
    DraftCard(PolicyWork work, RoleParts parts, Runnable gone, Consumer<String> refused) {
        this.parts = parts;
        this.actions = new DraftActions(parts, gone);
        this.refused = refused;
        List<PolicySummary> drafts = work.drafts();
        int all = drafts.size() < Drafts.LONGEST_LIST ? drafts.size() : parts.drafts();
        Card card = new Card("Drafts").count(Words.number(all));
        if (drafts.isEmpty()) {
            add(card.body(
                    Text.second("None. The first change on the page Roles begins one, and so does Restore below.")));
            return;
        }
        Map<Integer, Integer> changes = parts.changes();
        add(card.rows(drafts.stream()
                .map(draft -> row(draft, work, changes.getOrDefault(draft.number(), 0)))
                .toArray(Component[]::new)));
        if (all > drafts.size()) {
            add(Text.hint("The newest " + Words.number(drafts.size()) + " of " + Words.number(all)
                    + " are listed. Discard some that nobody needs any more, to see the others."));
        }
    }

    private Row row(PolicySummary draft, PolicyWork work, int changes) {
        boolean open = parts.mayEdit(draft);
        String address = new AccessAddress(draft.number(), "").address();
        Div first = new Div(new Anchor(address, "Draft " + draft.number()), Text.second(draft.note()));
        first.addClassNames("row", "wrap", "wrap-anywhere");
        Div second = new Div(
                new Span(RoleWords.differ(changes, work.inForce().number()) + " · last edited by " + work.editor(draft)
                        + " "),
                new RelativeTime(draft.changedAt()));
        second.addClassNames("small", "hint");
        Div words = new Div(first, second);
        words.addClassNames("col", "tight", "grow");
        Row what = Row.line(
                named(Actions.link(open ? "Continue" : "Open", address), draft),
                named(
                        Actions.link(
                                "Compare",
                                CompareAddress.of(work.inForce().number(), draft.number())
                                        .address()),
                        draft),
                new PolicyFile(draft.number()));
        if (parts.mayPublish() && changes > 0) {
            what.add(named(Actions.plain("Publish…", Symbol.SEND, () -> open(draft, actions::publish)), draft));
        }
        if (open) {
            what.add(named(
                    Actions.quiet("Discard", () -> open(draft, editing -> actions.discard(editing, refused))), draft));
        }
        return Row.item(words, what.styled("policy-actions")).styled("wrap");
    }

    /// Does something with a draft, unless somebody else has discarded or published it since it was listed.
    private void open(PolicySummary draft, Consumer<PolicyEditing> what) {
        PolicyEditing editing = parts.editing(draft.number());
        editing.over().ifPresentOrElse(refused, () -> what.accept(editing));
    }

    private static Anchor named(Anchor link, PolicySummary draft) {
        link.setAriaLabel(link.getText() + " draft " + draft.number());
        return link;
    }

    private static Button named(Button button, PolicySummary draft) {
        button.setAriaLabel(button.getText() + " draft " + draft.number());
        return button;
    }
}
