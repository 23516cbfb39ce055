package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.portico.access.Readers;
import dev.portico.access.RecordedDecisions;
import dev.portico.access.Replays;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.FailedPart;
import dev.portico.look.Note;
import dev.portico.look.Polling;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import org.jspecify.annotations.Nullable;

/// Runs a draft or an old policy over what people really asked for, with how far it is, and shows whom it would concern
/// if it were in force.
final class ReplayPart extends Div {

    private final transient Replays replays;
    private final transient Readers readers;
    private final Div content = new Div();
    private final Polling polling = new Polling(this::look);
    private transient Compared policies = Compared.NONE;
    private transient Compared ran = Compared.NONE;
    private transient @Nullable ReplayWork work;
    private boolean opened;

    ReplayPart(Replays replays, Readers readers) {
        this.replays = replays;
        this.readers = readers;
        content.addClassName("replay-part");
        add(content, polling);
    }

    /// Begins anew with other policies. What was found of a draft stays when that changes, and is said to be older.
    void show(Compared others) {
        if (others.equals(policies)) {
            return;
        }
        boolean same = others.sameAs(policies);
        policies = others;
        if (same) {
            look();
        } else {
            work = null;
            if (opened) {
                open();
            }
        }
    }

    /// Says what there is to run a policy over, unless one was run already.
    void open() {
        opened = true;
        if (work != null || policies.equals(Compared.NONE)) {
            return;
        }
        content.removeAll();
        try {
            idle();
        } catch (Refusal refused) {
            content.add(FailedPart.of(refused, this::open));
        }
    }

    private void idle() {
        RecordedDecisions recorded = replays.recorded(readers.current());
        if (!recorded.on() && recorded.decisions() == 0) {
            content.add(words("Decisions are not recorded here: portico.access.decisions.record is off."));
            return;
        }
        content.add(words(Words.count(recorded.decisions(), "decision", "decisions") + " of the last "
                + Words.count(recorded.keepDays(), "day", "days")
                + " are recorded: who asked for what on which thing, and what came out."));
        Integer other = policies.other();
        if (other == null) {
            content.add(words("This page shows policy " + policies.inForce() + ", which is in force: they were answered"
                    + " by it. Show a draft, or an old policy from the page Policies, to see who would"
                    + " lose or gain what."));
        } else {
            content.add(
                    words("Each is asked again of " + policies.name() + " and of policy " + policies.inForce()
                            + ", which is in force, by what people and things are like now."),
                    Actions.plain("Run " + policies.name() + " over them", Symbol.HISTORY, () -> run(other)));
        }
    }

    private void run(int policy) {
        ran = policies;
        work = ReplayWork.begin(replays, readers.current(), policy);
        polling.start();
    }

    /// Shows how far it is, and answers whether it still runs.
    private boolean look() {
        ReplayWork running = work;
        if (running == null || policies.other() == null) {
            return false;
        }
        int other = policies.other();
        return switch (running.stage()) {
            case ReplayWork.Running at -> {
                content.removeAll();
                content.add(progress(at));
                yield true;
            }
            case ReplayWork.Done done -> {
                content.removeAll();
                if (!ran.equals(policies)) {
                    content.add(
                            new Note(State.WARNING, Words.capital(policies.name()) + " has changed since this was run")
                                    .say("Run it again to see what it would do by now."));
                }
                content.add(new ReplayResult(done.replay(), ran.exchange(), done.took()));
                content.add(Actions.plain("Run again", Symbol.REFRESH_CW, () -> run(other)));
                yield false;
            }
            case ReplayWork.Failed failed -> {
                content.removeAll();
                content.add(FailedPart.of(failed.why(), () -> run(other)));
                yield false;
            }
        };
    }

    private static Div progress(ReplayWork.Running at) {
        ProgressBar bar = new ProgressBar(0, Math.max(1, at.of()), at.done());
        bar.setIndeterminate(at.of() == 0);
        bar.getElement().setAttribute("aria-label", "Replay");
        return new Div(
                bar,
                Text.hint(
                        at.of() == 0
                                ? "Reading what was recorded"
                                : Words.number(at.done()) + " of " + Words.number(at.of()) + " asked again"));
    }

    private static Paragraph words(String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassName("second");
        return paragraph;
    }
}
