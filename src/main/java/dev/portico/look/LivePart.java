package dev.portico.look;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows a part of a page anew whenever what it shows has changed elsewhere, as long as it is on the page.
public final class LivePart {

    private final News news;
    private final Runnable renew;
    private @Nullable LiveUpdates updates;
    private @Nullable Runnable end;

    /// Where a part learns of changes.
    @FunctionalInterface
    public interface News {

        /// Begins to tell.
        ///
        /// @param changed to be run at each change, on any thread
        /// @return ends the telling; null where there is nothing to tell
        @Nullable
        Runnable watch(Runnable changed);
    }

    private LivePart(News news, Runnable renew) {
        this.news = news;
        this.renew = renew;
    }

    /// Watches for a part from now on, each time that it comes onto a page until it goes.
    ///
    /// @param renew shows the part anew, on its page's own thread
    public static void of(Component part, News news, Runnable renew) {
        LivePart live = new LivePart(news, renew);
        part.addAttachListener(live::begin);
        part.addDetachListener(detached -> live.end());
    }

    private void begin(AttachEvent attached) {
        end();
        UI ui = attached.getUI();
        LiveUpdates live = new LiveUpdates(ui, changes -> renew.run());
        updates = live;
        end = news.watch(() -> live.changed(List.of("changed")));
    }

    private void end() {
        if (updates != null) {
            updates.close();
            updates = null;
        }
        if (end != null) {
            end.run();
            end = null;
        }
    }
}
