package dev.portico.outbound.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.kernel.Refusal;
import dev.portico.outbound.OutboundSettings;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class HostBudgetsTest {

    private final Destination host = Destination.parse("https://a.example.com/");
    private final AtomicLong clock = new AtomicLong();

    @Test
    void a_host_gets_so_many_calls_at_once_and_the_next_waits_in_vain() {
        HostBudgets budgets = budgets(2, 100);
        HostBudgets.Place first = budgets.enter(host, soon());
        budgets.enter(host, soon());

        assertThatThrownBy(() -> budgets.enter(host, soon())).isInstanceOf(Refusal.Unavailable.class);
        first.close();
        first.close();
        budgets.enter(host, soon());
        assertThatThrownBy(() -> budgets.enter(host, soon())).isInstanceOf(Refusal.Unavailable.class);
    }

    @Test
    void a_busy_host_takes_nothing_from_another() {
        HostBudgets budgets = budgets(1, 100);
        budgets.enter(host, soon());

        assertThat(budgets.enter(Destination.parse("https://b.example.com/"), soon()))
                .isNotNull();
    }

    @Test
    void a_host_gets_so_many_calls_a_minute() {
        HostBudgets budgets = budgets(10, 2);
        budgets.enter(host, soon()).close();
        budgets.enter(host, soon()).close();

        assertThatThrownBy(() -> budgets.enter(host, soon())).isInstanceOf(Refusal.TooMany.class);
        clock.addAndGet(TimeUnit.MINUTES.toNanos(1));
        budgets.enter(host, soon()).close();
    }

    private HostBudgets budgets(int atOnce, int perMinute) {
        Duration second = Duration.ofSeconds(1);
        return new HostBudgets(
                new OutboundSettings(
                        Set.of(),
                        Set.of(443),
                        second,
                        second,
                        DataSize.ofKilobytes(1),
                        1,
                        1,
                        second,
                        atOnce,
                        perMinute),
                clock::get);
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofMillis(20));
    }
}
