package dev.portico.access.ui.frame;

import dev.portico.access.Access;
import dev.portico.access.AccessRequests;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.kernel.Reader;
import dev.portico.look.PageTabs;
import org.springframework.stereotype.Component;

/// Makes the line of tabs below the heading of Access, with those that the reader may open.
@Component
public final class AccessTabs {

    private final Access access;
    private final Permissions permissions;
    private final AccessRequests requests;
    private final WaitingReviews reviews;
    private final Readers readers;

    AccessTabs(
            Access access, Permissions permissions, AccessRequests requests, WaitingReviews reviews, Readers readers) {
        this.access = access;
        this.permissions = permissions;
        this.requests = requests;
        this.reviews = reviews;
        this.readers = readers;
    }

    /// The tabs, one of them marked as the page that is shown. That one is there in any case: a reviewer sees their
    /// review without seeing all.
    public PageTabs bar(AccessTab shown) {
        PageTabs bar = new PageTabs("Parts of Access");
        for (AccessTab tab : AccessTab.values()) {
            if (tab == shown || open(tab)) {
                add(bar, tab, tab == shown);
            }
        }
        return bar;
    }

    /// What the reader may see of a part is counted where the number says what there is to do.
    private void add(PageTabs bar, AccessTab tab, boolean shown) {
        Reader reader = readers.current();
        long count =
                switch (tab) {
                    case REQUESTS -> requests.waiting(reader);
                    case REVIEWS -> reviews.count(reader);
                    case ROLES, PEOPLE, SPACES, TOKENS, POLICIES -> 0;
                };
        if (count > 0) {
            bar.tab(tab.word(), count, tab.address(), shown);
        } else {
            bar.tab(tab.word(), tab.address(), shown);
        }
    }

    private boolean open(AccessTab tab) {
        return tab.permission().isEmpty()
                || (tab == AccessTab.REVIEWS && reviews.any(readers.current()))
                || permissions
                        .named(tab.permission())
                        .filter(named -> access.open(readers.current(), named))
                        .isPresent();
    }
}
