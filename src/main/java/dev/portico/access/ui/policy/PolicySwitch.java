package dev.portico.access.ui.policy;

import com.vaadin.flow.component.select.Select;
import dev.portico.access.PolicySummary;
import dev.portico.look.RelativeTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// Says which policy is shown, and lets one change to what is in force or to any draft.
final class PolicySwitch extends Select<PolicySummary> {

    private final transient List<PolicySummary> all;

    /// @param chosen told the number of another one
    PolicySwitch(PolicyWork work, IntConsumer chosen) {
        all = choices(work);
        addClassName("policy-switch");
        setAriaLabel("Which policy is shown");
        setItems(all);
        Instant now = Instant.now();
        int shown = work.number();
        setItemLabelGenerator(policy -> policy.number() == shown && policy.state() == PolicySummary.State.DRAFT
                ? "Draft " + shown
                : words(policy, work.editor(policy), now));
        setValue(work.shown().summary());
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(change.getValue().number());
            }
        });
    }

    /// Whether there is anything to change to.
    boolean several() {
        return all.size() > 1;
    }

    /// What is in force first, then the drafts, newest first; what is shown is among them.
    private static List<PolicySummary> choices(PolicyWork work) {
        PolicySummary shown = work.shown().summary();
        List<PolicySummary> all = new ArrayList<>();
        all.add(work.inForce());
        all.addAll(work.drafts());
        if (all.stream().noneMatch(policy -> policy.number() == shown.number())) {
            all.add(shown);
        }
        all.replaceAll(policy -> policy.number() == shown.number() ? shown : policy);
        return all;
    }

    private static String words(PolicySummary policy, String editor, Instant now) {
        return switch (policy.state()) {
            case DRAFT ->
                "Draft " + policy.number() + " · " + editor + ", " + RelativeTime.words(policy.changedAt(), now);
            case PUBLISHED -> "Policy " + policy.number() + " · in force";
            case RETIRED -> "Policy " + policy.number() + " · retired";
        };
    }
}
