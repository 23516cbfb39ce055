package dev.portico.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.access.Accounts;
import dev.portico.kernel.Reader;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PorticoTest
final class PreferencesTest {

    @Autowired
    private Preferences preferences;

    @Autowired
    private Accounts accounts;

    private Reader reader;

    @BeforeEach
    void account() {
        reader = People.create(accounts);
    }

    @Test
    void whoever_chose_nothing_has_what_is_usual() {
        assertThat(preferences.chosen(reader)).isEmpty();
        assertThat(preferences.of(reader)).isEqualTo(Preference.USUAL);
        assertThat(preferences.of(Reader.anonymous())).isEqualTo(Preference.USUAL);
    }

    @Test
    void each_choice_is_kept_beside_the_others() {
        preferences.change(reader, chosen -> chosen.with(Theme.DARK));
        preferences.change(reader, chosen -> chosen.with(Density.COMPACT).narrow(true));
        preferences.change(reader, chosen -> chosen.shortcuts(false).teams(true).home("{\"cards\": [\"starred\"]}"));

        assertThat(preferences.of(reader))
                .isEqualTo(new Preference(
                        Theme.DARK, Density.COMPACT, true, false, true, "{\"cards\": [\"starred\"]}", ""));
        assertThat(preferences.change(reader, chosen -> chosen.home("")).home()).isEmpty();
    }

    @Test
    void what_a_page_shows_holds_only_until_something_was_chosen() {
        Preference light = Preference.USUAL.with(Theme.LIGHT);
        preferences.change(reader, light, chosen -> chosen.narrow(true));
        assertThat(preferences.of(reader)).isEqualTo(light.narrow(true));

        preferences.change(reader, chosen -> chosen.with(Theme.DARK));
        preferences.change(reader, light, chosen -> chosen.narrow(false));
        assertThat(preferences.of(reader)).isEqualTo(light.with(Theme.DARK));
    }

    @Test
    void with_an_account_goes_what_it_chose() {
        preferences.change(reader, chosen -> chosen.with(Theme.DARK));
        accounts.remove(People.ADMIN, Objects.requireNonNull(reader.account()));

        assertThat(preferences.chosen(reader)).isEmpty();
        assertThat(preferences
                        .change(reader, chosen -> chosen.with(Theme.LIGHT))
                        .theme())
                .isEqualTo(Theme.LIGHT);
        assertThat(preferences.chosen(reader)).isEmpty();
    }
}
