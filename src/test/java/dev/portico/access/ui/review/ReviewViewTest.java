package dev.portico.access.ui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import dev.portico.access.AccessReview;
import dev.portico.access.AccessReviews;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccessReview;
import dev.portico.access.NewAccount;
import dev.portico.access.Party;
import dev.portico.access.ReviewEdit;
import dev.portico.access.ReviewLine.Decision;
import dev.portico.access.ReviewScope;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.look.MoreMenu;
import dev.portico.look.Note;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The pages of access reviews, as whoever reviews and whoever may not meet them.
final class ReviewViewTest extends ScreenTest {

    @Autowired
    private AccessReviews reviews;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private final List<UUID> made = new ArrayList<>();
    private Reader lead = ADMIN;
    private Reader holder = ADMIN;
    private AccessReview review;

    @BeforeEach
    void begin() {
        lead = person("team-lead");
        holder = person("publisher");
        review = reviews.start(
                ADMIN,
                new NewAccessReview(
                        "Review <b>bold</b> of publishers",
                        ReviewScope.role("publisher"),
                        Instant.now().plus(Duration.ofDays(7)),
                        Set.of(name(lead))));
    }

    @AfterEach
    void away() {
        jdbc.sql("DELETE FROM access_review WHERE id = ?").param(review.id()).update();
        made.forEach(account -> accounts.remove(ADMIN, account));
    }

    @Test
    void a_reviewer_ticks_lines_and_decides_about_them() {
        startAs(lead);
        open("access/reviews");
        assertThat(words()).contains("Review <b>bold</b> of publishers", "The role publisher", "Open");

        open("access/reviews/" + review.id() + "?who=" + name(holder));
        assertThat(words()).contains(holder.name(), "Undecided", "Given to the account");
        assertThat(buttons()).doesNotContain("Close review…");
        test(findInView(Checkbox.class).single()).click();
        press("Remove…");
        TextArea reason = find(TextArea.class).single();
        press("Remove");
        assertThat(decision()).isNull();
        test(reason).setValue("Publishes nothing any more");
        press("Remove");

        assertThat(decision()).isEqualTo(Decision.REMOVE);
        open("access/reviews/" + review.id() + "?show=remove");
        assertThat(words()).contains("Publishes nothing any more", "Remove");
    }

    @Test
    void whoever_manages_closes_it_and_others_are_not_told_of_it() {
        startAs(ADMIN);
        open("access/reviews/" + review.id());
        assertThat(buttons()).contains("Close review…").doesNotContain("Keep");
        assertThat(findInView(Anchor.class).withText("CSV").single().getHref()).contains(review.id() + "/lines.csv");

        startAs(holder);
        open("access/reviews/" + review.id());
        assertThat(heading()).isEqualTo("Not found");
        open("access/reviews/" + review.id() + "/report");
        assertThat(heading()).isEqualTo("Not found");
        open("access/reviews");
        assertThat(heading()).isEqualTo("No right");
        open("access/reviews/no-id");
        assertThat(heading()).isEqualTo("Not found");
    }

    @Test
    void whoever_manages_changes_reviewers_and_the_day_and_reviewers_do_not() {
        Reader next = person("team-lead");
        startAs(ADMIN);
        open("access/reviews/" + review.id());
        press("Change…");
        DatePicker due = find(DatePicker.class).single();
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(40);
        due.setValue(day);
        @SuppressWarnings("unchecked")
        CheckboxGroup<Party> group = find(CheckboxGroup.class).single();
        Set<Party> chosen = new HashSet<>(group.getValue());
        group.getListDataView()
                .getItems()
                .filter(party -> party.account().equals(name(next)))
                .forEach(chosen::add);
        group.setValue(chosen);
        press("Change");

        assertThat(reviews.review(ADMIN, review.id()).reviewers())
                .extracting(AccessReview.Reviewer::name)
                .contains(name(lead), name(next));
        assertThat(words()).contains("Due on " + day.getDayOfMonth() + " ", next.name());
        startAs(lead);
        open("access/reviews/" + review.id());
        assertThat(buttons()).contains("Keep").doesNotContain("Change…");
    }

    @Test
    void whoever_looks_on_is_told_why_they_do_not_decide() {
        startAs(ADMIN);
        open("access/reviews/" + review.id());
        assertThat(words()).contains("You are not a reviewer of this review", lead.name(), "Change… names others");
        assertThat(find(MoreMenu.class).all().stream().flatMap(menu -> menu.offered().stream()))
                .contains("Report", "CSV");

        startAs(lead);
        open("access/reviews/" + review.id());
        assertThat(words()).doesNotContain("you are no reviewer").contains("Reviews");
    }

    @Test
    void a_decision_can_be_taken_back_and_where_there_is_none_nothing_can() {
        startAs(lead);
        open("access/reviews/" + review.id() + "?who=" + name(holder));
        test(findInView(Checkbox.class).single()).click();
        assertThat(button("Take back").isEnabled()).isFalse();
        press("Keep");
        assertThat(decision()).isEqualTo(Decision.KEEP);

        test(findInView(Checkbox.class).single()).click();
        assertThat(button("Take back").isEnabled()).isTrue();
        press("Take back");

        assertThat(decision()).isNull();
    }

    @Test
    void nobody_ticks_what_is_about_themselves_while_another_decides_too() {
        accounts.change(
                ADMIN, Objects.requireNonNull(lead.account()), AccountEdit.roles(Set.of("team-lead", "publisher")));
        AccessReview next = reviews.start(
                ADMIN,
                new NewAccessReview(
                        "Publishers again",
                        ReviewScope.role("publisher"),
                        Instant.now().plus(Duration.ofDays(7)),
                        Set.of(name(lead), name(person("team-lead")))));
        try {
            startAs(lead);
            open("access/reviews/" + next.id() + "?who=" + name(lead));

            assertThat(findInView(Checkbox.class).single().isEnabled()).isFalse();
            assertThat(words()).contains("About yourself: another reviewer decides.");
            press("Select all shown");
            assertThat(words()).contains("Nothing selected");
        } finally {
            jdbc.sql("DELETE FROM access_review WHERE id = ?").param(next.id()).update();
        }
    }

    @Test
    void what_does_not_fit_is_said_in_the_words_of_the_form() {
        startAs(ADMIN);
        open("access/reviews/" + review.id());
        press("Change…");
        find(CheckboxGroup.class).single().clear();
        press("Change");

        assertThat(said())
                .contains("Reviewers: name 1 to 20 accounts that decide.")
                .doesNotContain("/reviewers");
    }

    @Test
    void what_another_changed_while_the_form_was_open_is_not_undone() {
        Reader next = person("team-lead");
        startAs(ADMIN);
        open("access/reviews/" + review.id());
        press("Change…");
        reviews.change(ADMIN, review.id(), review.version(), new ReviewEdit(null, Set.of(name(lead), name(next))));
        find(DatePicker.class).single().setValue(LocalDate.now(ZoneOffset.UTC).plusDays(41));
        press("Change");

        assertThat(said()).contains("changed meanwhile", "Cancel leads there");
        assertThat(words()).contains(next.name());
        assertThat(reviews.review(ADMIN, review.id()).dueAt()).isEqualTo(review.dueAt());
    }

    @Test
    void an_open_page_follows_others_and_leaves_what_is_ticked_alone() throws Exception {
        startAs(lead);
        open("access/reviews/" + review.id() + "?who=" + name(holder));
        AccessReview later = reviews.change(ADMIN, review.id(), review.version(), new ReviewEdit(day(50), null));
        Eventually.passes(Duration.ofSeconds(10), () -> {
            receive();
            assertThat(words()).contains("Due on " + ReviewWords.due(later));
        });

        test(findInView(Checkbox.class).single()).click();
        AccessReview again = reviews.change(ADMIN, review.id(), later.version(), new ReviewEdit(day(60), null));
        Eventually.passes(Duration.ofSeconds(10), () -> {
            receive();
            assertThat(words()).contains("This review was changed meanwhile.", "1 line selected");
        });
        press("Show what changed");
        assertThat(words()).contains("Due on " + ReviewWords.due(again), "Nothing selected");
    }

    @Test
    void whoever_is_taken_from_the_reviewers_is_told_so_and_the_attempt_stands_in_the_trail() throws Exception {
        Reader next = person("team-lead");
        startAs(lead);
        open("access/reviews/" + review.id());
        reviews.change(ADMIN, review.id(), review.version(), new ReviewEdit(null, Set.of(name(next))));

        assertThatThrownBy(() -> reviews.decide(lead, review.id(), List.of(), Decision.KEEP, ""))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE refused AND actor = ? AND thing_id = ?")
                        .params(lead.subject(), review.id().toString())
                        .query(Long.class)
                        .single())
                .isOne();
        Eventually.passes(Duration.ofSeconds(10), () -> {
            receive();
            assertThat(words()).contains("This review is not shown to you any more", "You are no reviewer of it");
        });
    }

    private static Instant day(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private String said() {
        return find(Note.class).all().stream()
                .map(note -> note.getElement().getTextRecursively())
                .collect(Collectors.joining(" "));
    }

    @Test
    void what_comes_through_a_role_offers_no_removal_and_says_what_to_do() {
        AccessReview engineers = reviews.start(
                ADMIN,
                new NewAccessReview(
                        "Engineers",
                        ReviewScope.role("engineer"),
                        Instant.now().plus(Duration.ofDays(7)),
                        Set.of(name(lead))));
        try {
            startAs(lead);
            open("access/reviews/" + engineers.id() + "?who=publisher");
            assertThat(words())
                    .contains(
                            "Whoever holds publisher",
                            "Needs no decision",
                            "With that role",
                            "Cannot be removed by itself",
                            "review the role");
            test(findInView(Checkbox.class).all().getFirst()).click();

            assertThat(button("Keep").isEnabled()).isTrue();
            assertThat(button("Remove…").isEnabled()).isFalse();
        } finally {
            jdbc.sql("DELETE FROM access_review WHERE id = ?")
                    .param(engineers.id())
                    .update();
        }
    }

    private Button button(String word) {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().equals(word))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_report_has_every_line_and_what_people_wrote_as_text() {
        startAs(ADMIN);
        open("access/reviews/" + review.id() + "/report");

        assertThat(find(ReviewReport.class).single().getElement().getOuterHTML())
                .contains(
                        "Review &lt;b&gt;bold&lt;/b&gt;",
                        "Print or save as PDF",
                        "Audit trail",
                        holder.name() + " (" + name(holder) + ")")
                .doesNotContain("·");
        open("access/reviews/today?role=publisher");
        assertThat(find(ReviewReport.class).single().getElement().getOuterHTML())
                .contains("Who holds the role publisher", holder.name());
    }

    private @Nullable Decision decision() {
        return reviews.lines(ADMIN, review.id()).stream()
                .filter(line -> line.holder().equals(name(holder)))
                .findFirst()
                .orElseThrow()
                .decision();
    }

    private List<String> buttons() {
        return find(Button.class).all().stream().map(Button::getText).toList();
    }

    private void press(String word) {
        test(find(Button.class).all().stream()
                        .filter(button -> button.getText().equals(word))
                        .toList()
                        .getLast())
                .click();
    }

    private Reader person(String role) {
        String name = "reviewed-" + Ids.next().toString().substring(24);
        AccountSummary account = accounts.create(
                ADMIN, new NewAccount(name, "Person " + name, null, Set.of(role), "four plain words here"));
        made.add(account.id());
        return new Reader("account:" + name, account.id(), "Person " + name, null, Set.of(), Set.of(role), null);
    }

    private static String name(Reader reader) {
        return reader.subject().substring("account:".length());
    }
}
