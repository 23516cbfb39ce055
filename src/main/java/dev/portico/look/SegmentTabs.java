package dev.portico.look;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.List;
import java.util.function.IntConsumer;

/// A raised pill that changes the form of what is below it, such as graph or list. What has an address of its own is a
/// tab of [PageTabs] instead.
public final class SegmentTabs extends Tabs {

    /// @param chosen called with the position of the word that was chosen
    public SegmentTabs(String label, List<String> words, int selected, IntConsumer chosen) {
        addClassName("portico-seg");
        getElement().setAttribute("aria-label", label);
        words.forEach(word -> add(new Tab(word)));
        setSelectedIndex(selected);
        addSelectedChangeListener(change -> chosen.accept(getSelectedIndex()));
    }
}
