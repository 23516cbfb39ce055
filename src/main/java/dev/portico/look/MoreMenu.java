package dev.portico.look;

import com.vaadin.flow.component.UI;
import java.util.List;

/// What a page offers beside its main action, in a menu that only phones show: what stands there has the class
/// `wide-only` at its own place.
public final class MoreMenu extends DropMenu {

    /// @param lines what it offers
    public MoreMenu(List<Line> lines) {
        addClassNames("more-menu", "on-phone");
        show(Root.of(Symbol.ELLIPSIS, "More"), lines);
    }

    /// A line that leads to a page of the portal.
    ///
    /// @param address relative to the portal's root
    public static Line to(Symbol sign, String words, String address) {
        return Line.of(sign, words, () -> UI.getCurrent().navigate(address));
    }

    /// A line that saves a file. The page goes on meanwhile, which it would not if the browser were sent there.
    ///
    /// @param address relative to the portal's root
    public static Line saving(String words, String address) {
        return Line.of(Symbol.DOWNLOAD, words, () -> UI.getCurrent()
                .getPage()
                .executeJs(
                        "const link = document.createElement('a'); link.href = $0; link.download = ''; link.click()",
                        address));
    }
}
