package dev.portico.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// A raised pill of buttons that changes the form of what is below it, where the forms have no address of their own;
/// those that have one are [SegmentLinks].
public final class SegmentTabs extends Div {

    private final List<NativeButton> buttons = new ArrayList<>();
    private final transient IntConsumer chosen;

    /// @param chosen called with the position of the word that was chosen
    public SegmentTabs(String label, List<String> words, int selected, IntConsumer chosen) {
        this.chosen = chosen;
        addClassName("segments");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
        for (String word : words) {
            int position = buttons.size();
            NativeButton button = new NativeButton(word, click -> choose(position));
            buttons.add(button);
            add(button);
        }
        mark(selected);
    }

    /// Chooses the word at a position, as a click on it does.
    public void choose(int position) {
        mark(position);
        chosen.accept(position);
    }

    private void mark(int position) {
        for (int place = 0; place < buttons.size(); place++) {
            buttons.get(place).getElement().setAttribute("aria-pressed", String.valueOf(place == position));
        }
    }
}
