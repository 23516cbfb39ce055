package dev.portico.access.ui.policy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.access.GivenAccess;
import dev.portico.look.Note;
import dev.portico.look.State;
import dev.portico.look.Words;
import java.util.List;

/// Says which approved accesses a policy would end before their time; nothing where there are none.
final class MissingAccess extends Div {

    /// How many are named; the others are counted.
    private static final int MOST = 20;

    /// @param policy what it is called: `Policy 12`, `Draft 18`
    MissingAccess(String policy, List<GivenAccess> missing) {
        setVisible(!missing.isEmpty());
        if (missing.isEmpty()) {
            return;
        }
        Note note = new Note(
                State.WARNING,
                policy + " lacks "
                        + Words.count(
                                missing.size(),
                                "approved access that has not ended yet",
                                "approved accesses that have not ended yet")
                        + ".");
        note.say((missing.size() == 1 ? "It ends" : "They end") + " at once when it is published:");
        UnorderedList list = new UnorderedList();
        missing.stream()
                .limit(MOST)
                .map(MissingAccess::sentence)
                .map(ListItem::new)
                .forEach(list::add);
        if (missing.size() > MOST) {
            list.add(new ListItem("and " + Words.number(missing.size() - MOST) + " more"));
        }
        add(note.with(list));
    }

    /// One of them: `payments.engineer for Ilse Brandt until 24 Nov 2026, approved by priya on 22 Nov 2026`.
    static String sentence(GivenAccess access) {
        return access.role() + " for " + access.displayName() + " until " + RoleWords.moment(access.until())
                + ", approved by " + access.approvedBy() + " on " + RoleWords.day(access.approvedAt());
    }
}
