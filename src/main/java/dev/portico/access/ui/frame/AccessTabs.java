package dev.portico.access.ui.frame;

import dev.portico.access.Access;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.look.PageTabs;
import org.springframework.stereotype.Component;

/// Makes the line of tabs below the heading of Access, with those that the reader may open.
@Component
public final class AccessTabs {

    private final Access access;
    private final Permissions permissions;
    private final Readers readers;

    AccessTabs(Access access, Permissions permissions, Readers readers) {
        this.access = access;
        this.permissions = permissions;
        this.readers = readers;
    }

    /// The tabs, one of them marked as the page that is shown.
    public PageTabs bar(AccessTab shown) {
        PageTabs bar = new PageTabs("Parts of Access");
        for (AccessTab tab : AccessTab.values()) {
            if (open(tab)) {
                bar.tab(tab.word(), tab.address(), tab == shown);
            }
        }
        return bar;
    }

    private boolean open(AccessTab tab) {
        return tab.permission().isEmpty()
                || permissions
                        .named(tab.permission())
                        .filter(named -> access.open(readers.current(), named))
                        .isPresent();
    }
}
