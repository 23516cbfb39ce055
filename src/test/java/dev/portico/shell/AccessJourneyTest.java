package dev.portico.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import dev.portico.access.AccessRequest;
import dev.portico.access.AccessRequests;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccessRequest;
import dev.portico.access.NewAccount;
import dev.portico.access.Permissions;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.RoleOption;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.look.PageTabs;
import dev.portico.notifications.NewNotification;
import dev.portico.notifications.Notifications;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Somebody is refused, asks, is told and may, on the screens of whoever asks and of whoever answers.
final class AccessJourneyTest extends ScreenTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccessRequests requests;

    @Autowired
    private Notifications notifications;

    @Autowired
    private Policies policies;

    @Autowired
    private Permissions permissions;

    private final List<UUID> made = new ArrayList<>();
    private int former;
    private Reader ann;
    private Reader boss;

    @BeforeEach
    void people() {
        former = policies.inForce(ADMIN).number();
        ann = person("guest");
        boss = person("admin");
    }

    @AfterEach
    void away() {
        PolicySummary now = policies.inForce(ADMIN);
        if (now.number() != former) {
            int version = policies.policy(ADMIN, former).summary().version();
            policies.publish(ADMIN, former, version, now.number());
        }
        made.forEach(account -> accounts.remove(People.ADMIN, account));
    }

    @Test
    void whoever_is_refused_a_page_asks_there_and_may_open_it_once_an_admin_has_approved() {
        startAs(ann);
        open("audit");
        assertThat(words()).contains("You may not open this page", "audit.entry.read");
        Anchor ask = findInView(Anchor.class).all().stream()
                .filter(link -> link.getHref().startsWith("me/access"))
                .findFirst()
                .orElseThrow();
        assertThat(ask.getElement().getTextRecursively()).contains("Ask for access");

        open(ask.getHref());
        assertThat(heading()).isEqualTo("My access");
        assertThat(words()).contains("What you may do", "Through the role guest (given to your account)", "label");
        assertThat(words())
                .contains(
                        "The smallest role that allows it is auditor, everywhere.",
                        "more permissions that you do not have",
                        permissions.named("access.policy.read").orElseThrow().sentence());
        press(button -> button.getText().equals("Send the request"));
        TextArea reason = findInView(TextArea.class).single();
        assertThat(reason.isInvalid()).isTrue();
        test(reason).setValue("I look into an outage of my team");
        press(button -> button.getText().equals("Send the request"));
        assertThat(words()).contains("Your request waits for an answer", "Waiting", "I look into an outage of my team");
        AccessRequest request = requests.own(ann, null, 10).getFirst();
        assertThat(request.days()).isEqualTo(7);

        startAs(boss);
        open("home");
        assertThat(bell().getElement().getAttribute("aria-label")).isEqualTo("Notifications, 1 unread");
        open("notifications");
        assertThat(words()).contains(ann.name() + " asks for audit.entry.read", "1 unread");
        open("access/requests?request=" + request.id());
        assertThat(words())
                .contains(
                        "Request of " + ann.name(),
                        "Read the audit trail",
                        "auditor",
                        "permissions, everywhere",
                        "Reads everything",
                        "I look into an outage of my team");
        assertThat(findInView(PageTabs.class).single().getElement().getTextRecursively())
                .doesNotContainPattern("Roles[1-9]")
                .containsPattern("Requests[1-9]");
        press(button -> button.getText().equals("Approve"));
        assertThat(words()).contains("Approved", "By", boss.name());
        assertThat(notifications.unread(boss)).as("nothing is left to do").isZero();

        startAs(ann);
        open("home");
        assertThat(bell().getElement().getAttribute("aria-label")).isEqualTo("Notifications, 1 unread");
        open("audit");
        assertThat(heading()).isEqualTo("Audit");
        open("me/access");
        assertThat(words()).contains("approved it", "given to you for a time");
    }

    @Test
    void an_answer_that_comes_second_is_told_so() {
        AccessRequest request =
                requests.ask(ann, new NewAccessRequest("catalog.source.read", null, null, "To see them", 1));
        startAs(boss);
        open("access/requests?request=" + request.id());
        Button approve = button(each -> each.getText().equals("Approve"));
        requests.withdraw(ann, request.id());
        approve.click();

        assertThat(words()).contains("has taken it back");
        open("access/requests?state=answered&who=" + ann.name());
        assertThat(words()).contains("Withdrawn");
        open("access/requests?who=nobody-of-this-name");
        assertThat(words()).contains("Nothing fits");
    }

    @Test
    void a_denial_needs_a_reason_and_one_s_own_request_can_be_taken_back() {
        AccessRequest request =
                requests.ask(ann, new NewAccessRequest("catalog.source.read", null, null, "To see them", null));
        startAs(boss);
        open("access/requests?request=" + request.id());
        press(button -> button.getText().equals("Deny"));
        assertThat(requests.request(ann, request.id()).state()).isEqualTo(AccessRequest.State.WAITING);
        test(findInView(TextArea.class).single()).setValue("Ask your team");
        press(button -> button.getText().equals("Deny"));
        assertThat(words()).contains("Denied", "Ask your team");

        requests.ask(ann, new NewAccessRequest("audit.entry.read", null, null, "To see them", null));
        startAs(ann);
        open("me/access");
        assertThat(words()).contains("Ask your team");
        press(button -> button.getText().equals("Withdraw"));
        assertThat(words()).contains("You took it back");
    }

    @Test
    void the_bell_rings_on_open_pages_and_its_list_marks_as_read() throws Exception {
        startAs(ann);
        open("home");
        assertThat(bell().getElement().getAttribute("aria-label")).isEqualTo("Notifications, none unread");
        notifications.send(
                List.of(Objects.requireNonNull(ann.account())),
                new NewNotification("test", "Something happened", "It is small", "catalog"));
        Eventually.passes(Duration.ofSeconds(10), () -> {
            receive();
            assertThat(bell().getElement().getAttribute("aria-label")).isEqualTo("Notifications, 1 unread");
        });

        Bell whole = find(Bell.class).single();
        whole.show(true);
        assertThat(whole.getElement().getTextRecursively()).contains("Something happened", "It is small");
        press(button -> button.getText().equals("Mark all read"));
        assertThat(notifications.unread(ann)).isZero();
        open("notifications?show=unread");
        assertThat(words()).contains("All read").doesNotContain("Something happened");
        open("notifications");
        assertThat(words()).contains("Something happened");
        press(button -> button.getAriaLabel().orElse("").startsWith("Mark as unread"));
        assertThat(notifications.unread(ann)).isOne();
    }

    @Test
    void my_access_follows_what_becomes_of_a_request_and_offers_to_ask_for_longer() throws Exception {
        AccessRequest request =
                requests.ask(ann, new NewAccessRequest("audit.entry.read", null, null, "To see them", 1));
        startAs(ann);
        open("me/access");
        test(findInView(TextArea.class).single()).setValue("Half a sentence");
        requests.approve(boss, request.id(), "auditor", Instant.now().plus(Duration.ofDays(1)), "Gladly");

        Eventually.passes(Duration.ofSeconds(10), () -> {
            receive();
            assertThat(words()).contains("approved it", "Gladly", "given to you for a time");
        });
        assertThat(findInView(TextArea.class).single().getValue()).isEqualTo("Half a sentence");
        Anchor longer = findInView(Anchor.class).withText("Ask for longer").single();
        open(longer.getHref());
        test(findInView(TextArea.class).single()).setValue("A day was not enough");
        press(button -> button.getText().equals("Send the request"));
        assertThat(words()).contains("Your request waits for an answer").doesNotContain("Ask for longer");
        AccessRequest next = requests.own(ann, null, 10).getFirst();
        assertThat(next.permission()).isEqualTo("audit.entry.read");
        assertThat(requests.options(boss, next.id()))
                .extracting(RoleOption::role)
                .contains("auditor");
    }

    @Test
    void an_open_list_of_requests_follows_and_keeps_the_answer_that_is_being_written() throws Exception {
        AccessRequest request =
                requests.ask(ann, new NewAccessRequest("catalog.source.read", null, null, "To see them", 1));
        startAs(boss);
        open("access/requests?request=" + request.id());
        test(findInView(TextArea.class).single()).setValue("Half an answer");
        requests.ask(ann, new NewAccessRequest("audit.entry.read", null, null, "A second wish", 1));
        Eventually.passes(Duration.ofSeconds(10), () -> {
            receive();
            assertThat(words()).contains("audit.entry.read");
        });
        assertThat(findInView(TextArea.class).single().getValue()).isEqualTo("Half an answer");

        requests.withdraw(ann, request.id());
        Eventually.passes(Duration.ofSeconds(10), () -> {
            receive();
            assertThat(words()).contains("Withdrawn");
        });
    }

    private NativeButton bell() {
        return find(NativeButton.class).all().stream()
                .filter(button -> String.valueOf(button.getElement().getAttribute("aria-label"))
                        .startsWith("Notifications"))
                .findFirst()
                .orElseThrow();
    }

    private void press(Predicate<Button> which) {
        test(button(which)).click();
    }

    private Button button(Predicate<Button> which) {
        return find(Button.class).all().stream().filter(which).findFirst().orElseThrow();
    }

    private Reader person(String role) {
        String name = "asks-" + Ids.next().toString().substring(24);
        AccountSummary account = accounts.create(
                People.ADMIN, new NewAccount(name, "Person " + name, null, Set.of(role), People.PASSWORD));
        made.add(account.id());
        return new Reader("account:" + name, account.id(), "Person " + name, null, Set.of(), Set.of(role), null);
    }
}
