package dev.portico.access.internal;

import dev.portico.access.DecisionSettings;
import dev.portico.access.Permissions;
import dev.portico.access.RecordedDecisions;
import dev.portico.access.Replay;
import dev.portico.access.Replays;
import dev.portico.access.internal.DecisionRows.Question;
import dev.portico.access.internal.DecisionRows.Stock;
import dev.portico.access.internal.ReplayRun.Answer;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Service;

/// Runs policies over the recorded decisions, one at a time on each node: a run reads up to a hundred thousand
/// questions.
@Service
final class DecisionReplays implements Replays {

    private final Simulated simulated;
    private final PolicyEvaluators evaluators;
    private final Permissions permissions;
    private final Subjects subjects;
    private final DecisionRows rows;
    private final DecisionWriting writing;
    private final DecisionSettings settings;
    private final Semaphore turn = new Semaphore(1);

    DecisionReplays(
            Simulated simulated,
            PolicyEvaluators evaluators,
            Permissions permissions,
            Subjects subjects,
            DecisionRows rows,
            DecisionWriting writing,
            DecisionSettings settings) {
        this.simulated = simulated;
        this.evaluators = evaluators;
        this.permissions = permissions;
        this.subjects = subjects;
        this.rows = rows;
        this.writing = writing;
        this.settings = settings;
    }

    @Override
    public RecordedDecisions recorded(Reader reader) {
        simulated.requireOthers(reader);
        Stock stock = rows.stock();
        return new RecordedDecisions(
                settings.record(), (int) settings.keep().toDays(), stock.decisions(), stock.since(), stock.missed());
    }

    @Override
    public Replay replay(Reader reader, int policy, Progress progress) {
        simulated.requireOthers(reader);
        Evaluator wanted = evaluators.of(policy);
        Evaluator inForce = evaluators.of(null);
        if (!turn.tryAcquire()) {
            throw new Refusal.Unavailable(
                    "replay-busy",
                    "Somebody runs another replay at the moment, and one runs at a time. Run yours again in a few"
                            + " seconds");
        }
        try {
            return replay(reader, inForce, wanted, progress);
        } finally {
            turn.release();
        }
    }

    private Replay replay(Reader reader, Evaluator inForce, Evaluator wanted, Progress progress) {
        writing.flush();
        List<Question> questions = rows.questions(Replay.MOST_QUESTIONS + 1);
        boolean more = questions.size() > Replay.MOST_QUESTIONS;
        List<Question> asked = more ? questions.subList(0, Replay.MOST_QUESTIONS) : questions;
        ReplayRun run = new ReplayRun(inForce, wanted, subjects.bySubject(), permissions, simulated, reader);
        List<Answer> answers = run.answers(asked, progress);
        return new ReplaySums(answers, simulated.namesTokens(reader))
                .replay(wanted.number(), inForce.number(), recorded(reader), asked.size(), more, run.gone());
    }
}
