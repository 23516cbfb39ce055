package dev.portico.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RatesTest {

    private static final Client ONE = Client.ofToken("one");
    private static final Client OTHER = Client.ofToken("other");

    @Test
    void a_client_above_its_rate_waits_and_others_do_not() {
        Rates rates = new Rates(1, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(rates.count(ONE)).isZero();
        }
        assertThat(rates.count(ONE)).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(rates.count(OTHER)).isZero();
    }

    @Test
    void a_rate_of_0_is_none() {
        Rates rates = new Rates(0, 1);
        for (int i = 0; i < 1_000; i++) {
            assertThat(rates.count(ONE)).isZero();
        }
    }
}
