package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.kernel.Refusal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class NamesTest {

    @Example
    void a_name_is_made_of_what_a_provider_says() {
        assertThat(Names.madeOf("Jane.Doe@example.com")).isEqualTo("jane.doe");
        assertThat(Names.madeOf("Jürgen Öz")).isEqualTo("j-rgen-z");
        assertThat(Names.madeOf("--x--")).isEqualTo("x");
        assertThat(Names.madeOf("../../etc/passwd")).isEqualTo("etc-passwd");
        assertThat(Names.madeOf("漢字")).isEmpty();
    }

    @Property
    void a_name_made_of_anything_is_a_name_or_nothing(@ForAll String claim) {
        String name = Names.madeOf(claim);

        assertThat(name.isEmpty() || Names.checked("account", name).equals(name))
                .isTrue();
    }

    @Example
    void a_name_that_does_not_fit_is_refused_with_what_would() {
        for (String name : new String[] {"", "Jane", "-jane", "jane-", "ja ne", "a".repeat(64), "jane\n"}) {
            assertThatThrownBy(() -> Names.checked("account", name))
                    .isInstanceOfSatisfying(Refusal.InvalidInput.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo("account-name");
                        assertThat(refusal.reason()).contains("1 to 63 of a-z");
                    });
        }
    }
}
