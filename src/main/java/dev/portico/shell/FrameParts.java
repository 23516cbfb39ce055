package dev.portico.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.portico.access.Readers;
import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.kernel.Reader;
import dev.portico.look.EntityLink;
import dev.portico.look.MenuExtra;
import dev.portico.look.MenuExtras;
import dev.portico.notifications.NotificationNews;
import dev.portico.notifications.Notifications;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/// What each frame is made of, for one reader.
@Component
final class FrameParts {

    private final Readers readers;
    private final AuthenticationContext authentication;
    private final Preferences preferences;
    private final Uses uses;
    private final Ways ways;
    private final PaletteSearch search;
    private final Spaces spaces;
    private final Notifications notifications;
    private final NotificationNews news;
    private final List<MenuExtras> extras;
    private final String version;

    FrameParts(
            Readers readers,
            AuthenticationContext authentication,
            Preferences preferences,
            Uses uses,
            Ways ways,
            PaletteSearch search,
            Spaces spaces,
            Notifications notifications,
            NotificationNews news,
            List<MenuExtras> extras,
            Optional<BuildProperties> build) {
        this.readers = readers;
        this.authentication = authentication;
        this.preferences = preferences;
        this.uses = uses;
        this.ways = ways;
        this.search = search;
        this.spaces = spaces;
        this.notifications = notifications;
        this.news = news;
        this.extras = List.copyOf(extras);
        this.version = build.map(BuildProperties::getVersion).orElse("");
    }

    Reader reader() {
        return readers.current();
    }

    Appearance appearance(UI ui) {
        return new Appearance(preferences, readers, ui);
    }

    SpaceSwitcher spaces(Appearance appearance) {
        Reader reader = reader();
        List<Space> seen = spaces.list(reader);
        return new SpaceSwitcher(seen, seen.isEmpty() ? List.of() : spaces.own(reader), appearance);
    }

    Palette palette() {
        return new Palette(search, uses, readers);
    }

    Bell bell() {
        return new Bell(notifications, news, readers);
    }

    Ways ways() {
        return ways;
    }

    /// What the drawer has for the reader beside the pages of the menu.
    List<MenuExtra> extras() {
        Reader reader = reader();
        return extras.stream().flatMap(one -> one.extras(reader).stream()).toList();
    }

    String version() {
        return version;
    }

    void signOut() {
        authentication.logout();
    }

    /// Counts that a page was opened, where it is an entity's or one of the menu.
    void count(String path) {
        EntityLink.ref(path)
                .map(Recents::entity)
                .or(() -> ways.letters().containsKey(path) ? Optional.of(Recents.page(path)) : Optional.empty())
                .ifPresent(item -> uses.count(reader(), item));
    }
}
