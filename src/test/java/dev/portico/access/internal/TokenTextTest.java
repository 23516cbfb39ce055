package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

final class TokenTextTest {

    @Example
    void a_new_text_is_well_formed_and_unlike_any_other() {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String text = TokenText.make();
            assertThat(text).hasSize(57).startsWith("portico_");
            assertThat(TokenText.wellFormed(text)).isTrue();
            assertThat(texts.add(text)).isTrue();
        }
    }

    @Property
    void a_changed_character_is_noticed(
            @ForAll @IntRange(min = 8, max = 56) int place, @ForAll @CharRange(from = 'a', to = 'z') char other) {
        String text = TokenText.make();
        String changed = text.substring(0, place) + other + text.substring(place + 1);

        assertThat(TokenText.wellFormed(changed)).isEqualTo(changed.equals(text));
    }

    @Property
    void anything_else_is_not_well_formed(@ForAll String text) {
        assertThat(TokenText.wellFormed(text)).isFalse();
        assertThat(TokenText.wellFormed("portico_" + text)).isFalse();
    }
}
