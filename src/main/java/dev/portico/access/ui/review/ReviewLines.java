package dev.portico.access.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import dev.portico.access.AccessReview;
import dev.portico.access.AccessReviews;
import dev.portico.access.Readers;
import dev.portico.access.ReviewChoice;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Decision;
import dev.portico.access.ReviewLine.Way;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.Note;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Table;
import dev.portico.look.Table.Column;
import dev.portico.look.Table.Kind;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lines of a review, a page of them at a time. Reviewers tick some and decide about them together.
final class ReviewLines extends Div {

    private final transient AccessReviews reviews;
    private final transient Readers readers;
    private final transient AccessReview review;
    private final transient Runnable changed;
    private final Map<ReviewLine, Checkbox> boxes = new LinkedHashMap<>();
    private final Span chosen = Text.second("");
    private final Div said = new Div();
    private final List<Button> buttons = new ArrayList<>();
    private final Button back =
            Actions.quiet("Take back", () -> tried(decided(), null, "").ifPresent(this::say));
    private final Button remove = Actions.danger("Remove…", Symbol.TRASH_2, this::remove);

    /// @param fitting those that are to be shown
    /// @param changed told when something was decided
    ReviewLines(
            AccessReviews reviews,
            Readers readers,
            AccessReview review,
            List<ReviewLine> fitting,
            ReviewAddress address,
            Runnable changed) {
        this.reviews = reviews;
        this.readers = readers;
        this.review = review;
        this.changed = changed;
        addClassNames("card", "review-lines");
        boolean mayDecide = reviews.mayDecide(readers.current(), review);
        int from = Math.min((address.page() - 1) * ReviewAddress.LINES, Math.max(0, fitting.size() - 1));
        List<ReviewLine> shown = fitting.subList(from, Math.min(from + ReviewAddress.LINES, fitting.size()));
        Table table = new Table("Who held what", columns(mayDecide));
        shown.forEach(line -> table.row(cells(line, mayDecide)));
        if (mayDecide) {
            add(bar());
            count();
        } else if (review.open()) {
            add(lookingOn());
        }
        said.getElement().setAttribute("role", "alert");
        add(said, table);
        if (fitting.size() > ReviewAddress.LINES) {
            add(turning(from, shown.size(), fitting.size(), address));
        }
    }

    private Note lookingOn() {
        Reader reader = readers.current();
        Note note = ReviewWords.lookingOn(review, reader, reviews.mayClose(reader, review));
        note.addClassName("review-looking-on");
        return note;
    }

    private static List<Column> columns(boolean mayDecide) {
        List<Column> columns = new ArrayList<>();
        if (mayDecide) {
            columns.add(new Column(" Choose", Kind.WORDS));
        }
        columns.add(new Column("Who", Kind.WORDS));
        columns.add(new Column("Role", Kind.WIDE));
        columns.add(new Column("How", Kind.WIDE));
        columns.add(new Column("Until", Kind.WIDE));
        columns.add(new Column("Last used", Kind.WIDE));
        columns.add(new Column("Decision", Kind.WORDS));
        return columns;
    }

    private Component[] cells(ReviewLine line, boolean mayDecide) {
        List<Component> cells = new ArrayList<>();
        boolean leftToOthers = mayDecide && review.leftToOthers(readers.current(), line);
        if (mayDecide) {
            Checkbox box = new Checkbox();
            box.setAriaLabel("Line " + line.number() + ", " + ReviewWords.holder(line) + ", " + line.role());
            box.setEnabled(!leftToOthers);
            box.addValueChangeListener(change -> count());
            boxes.put(line, box);
            cells.add(box);
        }
        cells.add(ReviewCells.who(line));
        cells.add(Text.mono(line.role()));
        cells.add(Text.second(ReviewWords.way(line)).styled("review-way"));
        cells.add(ReviewCells.span(line));
        cells.add(ReviewCells.used(line, review));
        cells.add(ReviewCells.decision(line, review, leftToOthers));
        return cells.toArray(Component[]::new);
    }

    private Row bar() {
        Button all = Actions.quiet("Select all shown", this::all);
        buttons.add(Actions.plain(
                "Keep", Symbol.CHECK, () -> tried(ticked(), Decision.KEEP, "").ifPresent(this::say)));
        buttons.add(remove);
        buttons.add(back);
        chosen.getElement().setAttribute("role", "status");
        Row bar = Row.line(all, chosen).styled("wrap", "review-bar");
        buttons.forEach(bar::add);
        return bar;
    }

    private void all() {
        List<Checkbox> free =
                boxes.values().stream().filter(Checkbox::isEnabled).toList();
        boolean every = free.stream().allMatch(Checkbox::getValue);
        free.forEach(box -> box.setValue(!every));
    }

    /// Whether some are ticked.
    boolean ticks() {
        return !ticked().isEmpty();
    }

    /// Says that others changed what is shown, and offers to show it.
    void behind(Runnable show) {
        said.removeAll();
        said.add(new Note(State.INFO, "This review was changed meanwhile.")
                .say("What you have ticked stays ticked until you show it.")
                .actions(Actions.quiet("Show what changed", show)));
    }

    private List<ReviewLine> ticked() {
        return boxes.entrySet().stream()
                .filter(box -> box.getValue().getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void count() {
        int many = ticked().size();
        chosen.setText(many == 0 ? "Nothing selected" : Words.count(many, "line", "lines") + " selected");
        buttons.forEach(button -> button.setEnabled(many > 0));
        remove.setEnabled(!removable().isEmpty());
        back.setEnabled(!decided().isEmpty());
    }

    /// What is ticked and was decided about, which can be taken back.
    private List<ReviewLine> decided() {
        return ticked().stream().filter(line -> line.decision() != null).toList();
    }

    /// What is ticked and can be removed: what comes of another role is taken from that one.
    private List<ReviewLine> removable() {
        return ticked().stream().filter(line -> line.way().removable()).toList();
    }

    private void remove() {
        TextArea reason = new TextArea("Reason");
        reason.setMaxLength(AccessReviews.LONGEST_TEXT);
        reason.setMinRows(2);
        reason.setHelperText("Whoever loses the role is told.");
        List<ReviewLine> going = removable();
        FormDialog dialog = new FormDialog(
                "Remove " + Words.count(going.size(), "line", "lines"),
                "Remove",
                () -> tried(going, Decision.REMOVE, reason.getValue()));
        left(going).ifPresent(note -> dialog.with(note));
        dialog.with(reason).danger().open();
    }

    /// What of it will not be removed here, said before it is decided.
    private Optional<Note> left(List<ReviewLine> going) {
        List<String> left = new ArrayList<>();
        int others = ticked().size() - going.size();
        if (others > 0) {
            left.add(Words.count(others, "line comes", "lines come")
                    + " through a role that includes it and cannot be removed by themselves; they are left out."
                    + " Review the including role, or take the inclusion out of it.");
        }
        long groups =
                going.stream().filter(line -> line.way() == Way.THROUGH_GROUP).count();
        if (groups > 0) {
            left.add(Words.count(groups, "line comes", "lines come")
                    + " through a group and will stay as long as the group has the role. Take the people out of the"
                    + " group, or remove the group's own line.");
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(new Note(State.WARNING, String.join(" ", left)));
    }

    /// Why it was refused; nothing where it was not.
    private Optional<String> tried(List<ReviewLine> which, @Nullable Decision decision, String reason) {
        List<ReviewChoice> lines = which.stream()
                .map(line -> new ReviewChoice(line.number(), line.version()))
                .toList();
        try {
            reviews.decide(readers.current(), review.id(), lines, decision, reason);
            changed.run();
            return Optional.empty();
        } catch (Refusal.NotFound gone) {
            return Optional.of(ReviewWords.GONE + " Nothing was decided.");
        } catch (Refusal.Conflict | Refusal.InvalidInput | Refusal.Forbidden refused) {
            return Optional.of(ReviewWords.refused(refused));
        }
    }

    private void say(String why) {
        said.removeAll();
        said.add(new Note(State.FAILED, why));
    }

    private static Row turning(int from, int shown, int all, ReviewAddress address) {
        Row row = Row.line(Text.hint("Lines " + Words.number(from + 1) + " to " + Words.number(from + shown) + " of "
                        + Words.number(all)))
                .styled("review-turning");
        int page = from / ReviewAddress.LINES + 1;
        if (page > 1) {
            row.add(new Anchor(address.turned(page - 1).address(), "Previous"));
        }
        if (from + shown < all) {
            row.add(new Anchor(address.turned(page + 1).address(), "Next"));
        }
        return row;
    }
}
