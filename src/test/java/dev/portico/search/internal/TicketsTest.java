package dev.portico.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class TicketsTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final Tickets tickets = new Tickets();

    @Test
    void a_ticket_that_was_served_is_not_waited_for() {
        long ticket = tickets.draw();
        tickets.serve(tickets.drawn());
        assertThat(tickets.await(ticket, LONG)).isTrue();
    }

    @Test
    void who_waits_goes_on_when_the_ticket_is_served() throws Exception {
        long ticket = tickets.draw();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> tickets.await(ticket, LONG));
        tickets.serve(ticket);
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void who_waits_for_what_cannot_come_goes_on_without_it() throws Exception {
        long ticket = tickets.draw();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> tickets.await(ticket, LONG));
        tickets.giveUp();
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void a_ticket_drawn_after_a_failure_is_waited_for_and_served() {
        tickets.draw();
        tickets.giveUp();
        long later = tickets.draw();
        assertThat(tickets.await(later, Duration.ofMillis(1))).isFalse();
        tickets.serve(later);
        assertThat(tickets.await(later, LONG)).isTrue();
    }
}
