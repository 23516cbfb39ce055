package dev.portico.access.ui.policy;

import dev.portico.access.PolicySummary;
import dev.portico.look.Badge;
import dev.portico.look.PageHeader;
import dev.portico.look.PageTabs;
import dev.portico.look.State;
import dev.portico.look.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the head of the page says about the policy that is shown.
final class PolicyHead {

    private final PolicyWork work;

    PolicyHead(PolicyWork work) {
        this.work = work;
    }

    void fill(PageHeader header, PageTabs tabs) {
        header.clear().title("Access").badges(badge()).count(words()).tabs(tabs);
    }

    private Badge badge() {
        return switch (work.shown().summary().state()) {
            case DRAFT -> new Badge(State.INFO, "Draft " + work.number());
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
        String differs = changes == 0 ? "The same as" : Words.count(changes, "change", "changes") + " from";
        return differs + " policy " + inForce.number() + (since.isEmpty() ? "" : ", " + since);
    }
}
