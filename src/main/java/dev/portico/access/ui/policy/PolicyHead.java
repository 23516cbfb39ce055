package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import dev.portico.access.PolicySummary;
import dev.portico.look.Badge;
import dev.portico.look.Icon;
import dev.portico.look.PageHeader;
import dev.portico.look.PageTabs;
import dev.portico.look.RelativeTime;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the head of the page says about the policy that is shown.
final class PolicyHead {

    private final PolicyWork work;

    PolicyHead(PolicyWork work) {
        this.work = work;
    }

    void fill(PageHeader header, PageTabs tabs, List<Component> actions) {
        header.clear()
                .title("Access")
                .badges(badge())
                .count(words())
                .sub(purpose())
                .actions(actions)
                .tabs(tabs);
    }

    /// A link to what the policy that is shown changes.
    Anchor compare() {
        Anchor link = new Anchor(
                CompareAddress.of(work.inForce().number(), work.number()).address());
        link.addClassName("button");
        link.add(new Icon(Symbol.GIT_COMPARE_ARROWS));
        link.add("Compare");
        return link;
    }

    /// What a draft is for, and who edited it last.
    private String purpose() {
        PolicySummary shown = work.shown().summary();
        return work.isDraft()
                ? shown.note() + " · last edited by " + work.editor(shown) + " "
                        + RelativeTime.words(shown.changedAt(), Instant.now())
                : "";
    }

    private Badge badge() {
        return switch (work.shown().summary().state()) {
            case DRAFT -> new Badge(State.INFO, Symbol.PENCIL, "Draft " + work.number());
            case PUBLISHED -> new Badge(State.PASSED, "Policy " + work.number());
            case RETIRED -> new Badge(State.NA, "Policy " + work.number() + ", retired");
        };
    }

    private String words() {
        PolicySummary inForce = work.inForce();
        @Nullable Instant published = inForce.publishedAt();
        String since = published == null ? "" : "in force since " + RoleWords.day(published);
        if (work.number() == inForce.number()) {
            return since;
        }
        int changes = work.changes().size();
        return RoleWords.differ(changes, inForce.number()) + (since.isEmpty() ? "" : ", " + since);
    }
}
