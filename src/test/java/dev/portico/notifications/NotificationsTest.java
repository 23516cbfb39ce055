package dev.portico.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.jobs.RecurringJob;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@PorticoTest
class NotificationsTest {

    private static final Reader ADMIN =
            new Reader("account:test", null, "The test", null, Set.of(), Set.of("admin"), null);

    @Autowired
    private Notifications notifications;

    @Autowired
    private NotificationNews news;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private List<RecurringJob> jobs;

    private Reader ann;
    private Reader bo;

    @BeforeEach
    void people() {
        ann = person("noted-ann");
        bo = person("noted-bo");
    }

    @AfterEach
    void away() {
        accounts.remove(ADMIN, account(ann));
        accounts.remove(ADMIN, account(bo));
    }

    @Test
    void whoever_is_told_something_reads_it_once_and_nobody_else_does() {
        notifications.send(List.of(account(ann), account(ann)), notification("First"));
        notifications.send(List.of(account(ann)), notification("Second"));

        assertThat(notifications.unread(ann)).isEqualTo(2);
        assertThat(notifications.unread(bo)).isZero();
        assertThat(notifications.list(bo, false, null, 10)).isEmpty();
        assertThat(notifications.list(Reader.anonymous(), false, null, 10)).isEmpty();
        assertThat(notifications.list(ann, false, null, 10))
                .extracting(Notification::title)
                .containsExactlyInAnyOrder("First", "Second");
    }

    @Test
    void what_is_read_is_left_out_of_the_unread_and_may_be_taken_back() {
        notifications.send(List.of(account(ann)), notification("Told"));
        UUID id = notifications.list(ann, true, null, 10).getFirst().id();

        assertThatThrownBy(() -> notifications.mark(bo, id, true)).isInstanceOf(Refusal.NotFound.class);
        notifications.mark(ann, id, true);
        assertThat(notifications.list(ann, true, null, 10)).isEmpty();
        assertThat(notifications.list(ann, false, null, 10)).singleElement().matches(Notification::read);
        notifications.mark(ann, id, false);
        assertThat(notifications.unread(ann)).isOne();
        notifications.markAllRead(ann);
        assertThat(notifications.unread(ann)).isZero();
    }

    @Test
    void a_long_inbox_is_read_in_parts() {
        for (int number = 0; number < 5; number++) {
            notifications.send(List.of(account(ann)), notification("Number " + number));
        }
        List<Notification> first = notifications.list(ann, false, null, 3);
        List<Notification> rest = notifications.list(ann, false, first.getLast().id(), 3);

        assertThat(first).hasSize(3);
        assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);
    }

    @Test
    void what_is_rolled_back_was_not_sent() {
        transactions.executeWithoutResult(status -> {
            notifications.send(List.of(account(ann)), notification("Never"));
            status.setRollbackOnly();
        });

        assertThat(notifications.unread(ann)).isZero();
    }

    @Test
    void open_pages_are_told_of_their_own_inbox_alone() throws Exception {
        AtomicInteger anns = new AtomicInteger();
        AtomicInteger bos = new AtomicInteger();
        NotificationNews.Watch one = news.inbox(account(ann), anns::incrementAndGet);
        NotificationNews.Watch other = news.inbox(account(bo), bos::incrementAndGet);
        notifications.send(List.of(account(bo)), notification("For bo"));

        Eventually.holds(Duration.ofSeconds(10), "bo's page is told", () -> bos.get() > 0);
        assertThat(anns).hasValue(0);
        news.end(one);
        news.end(other);
    }

    @Test
    void what_is_older_than_the_operator_wants_is_taken_away() {
        notifications.send(List.of(account(ann)), notification("Old"));
        jdbc.sql("UPDATE notifications_entry SET sent_at = now() - interval '91 days' WHERE account = ?")
                .param(account(ann))
                .update();
        notifications.send(List.of(account(ann)), notification("New"));
        jobs.stream()
                .filter(job -> job.name().equals("notifications.retirement"))
                .forEach(RecurringJob::run);

        assertThat(notifications.list(ann, false, null, 10))
                .extracting(Notification::title)
                .containsExactly("New");
    }

    @Test
    void a_notification_leads_nowhere_but_into_the_portal() {
        for (String link : List.of("//elsewhere.example", "https://elsewhere.example/", "javascript:x/")) {
            assertThatThrownBy(() -> new NewNotification("test", "Title", "", link))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static NewNotification notification(String title) {
        return new NewNotification("test", title, "", "catalog");
    }

    private static UUID account(Reader reader) {
        return java.util.Objects.requireNonNull(reader.account());
    }

    private Reader person(String name) {
        AccountSummary made = accounts.create(
                ADMIN,
                new NewAccount(
                        name + Ids.next().toString().substring(24),
                        "Somebody",
                        null,
                        Set.of("guest"),
                        "four plain words"));
        return new Reader("account:" + made.name(), made.id(), "Somebody", null, Set.of(), Set.of("guest"), null);
    }
}
