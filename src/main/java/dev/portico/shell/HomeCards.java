package dev.portico.shell;

import dev.portico.kernel.Reader;
import dev.portico.look.HomeCard;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// The cards there are, and how each reader has laid them out.
@Component
final class HomeCards {

    private final List<HomeCard> cards;
    private final HomeOwners owners;
    private final Preferences preferences;

    HomeCards(List<HomeCard> cards, HomeOwners owners, Preferences preferences) {
        this.cards =
                cards.stream().sorted(Comparator.comparing(HomeCard::title)).toList();
        this.owners = owners;
        this.preferences = preferences;
    }

    /// The cards that the reader can have, by title.
    List<HomeCard> offered(Reader reader) {
        return cards.stream().filter(card -> card.offered(reader)).toList();
    }

    /// The reader's own layout, else the one that their role begins with; of both, the cards that they can have. A card
    /// that has come since stands at the end of its column.
    HomeLayout layout(Reader reader) {
        List<HomeCard> offered = offered(reader);
        HomeLayout layout = HomeLayout.read(preferences.of(reader).home()).orElseGet(() -> usual(reader, offered));
        for (HomeCard card : offered) {
            if (layout.place(card.id()).isEmpty() && !layout.hidden().contains(card.id())) {
                layout = layout.with(card.id(), card.place());
            }
        }
        List<String> ids = offered.stream().map(HomeCard::id).toList();
        return new HomeLayout(
                layout.main().stream().filter(ids::contains).toList(),
                layout.side().stream().filter(ids::contains).toList(),
                layout.hidden().stream().filter(ids::contains).toList());
    }

    /// Whether the reader has a layout of their own.
    boolean isOwn(Reader reader) {
        return !preferences.of(reader).home().isEmpty();
    }

    /// Keeps a layout for the reader.
    void keep(HomeLayout layout, Reader reader) {
        preferences.change(reader, preference -> preference.home(layout.json()));
    }

    /// Keeps whose things the reader wants to see.
    void whose(boolean teams, Reader reader) {
        preferences.change(reader, preference -> preference.teams(teams));
    }

    /// Goes back to what the reader's role begins with.
    HomeLayout reset(Reader reader) {
        preferences.change(reader, preference -> preference.home(""));
        return layout(reader);
    }

    /// The cards of Portico's own that the role does not begin with are put away; those of other modules are shown.
    private HomeLayout usual(Reader reader, List<HomeCard> offered) {
        HomeRole role = owners.role(reader);
        List<String> away = offered.stream()
                .map(HomeCard::id)
                .filter(id ->
                        known(id) && !role.main().contains(id) && !role.side().contains(id))
                .toList();
        return new HomeLayout(role.main(), role.side(), away);
    }

    private static boolean known(String id) {
        for (HomeRole role : HomeRole.values()) {
            if (role.main().contains(id) || role.side().contains(id)) {
                return true;
            }
        }
        return false;
    }

    /// The card of that id.
    HomeCard card(String id) {
        return Objects.requireNonNull(
                cards.stream().filter(card -> card.id().equals(id)).findFirst().orElse(null));
    }
}
