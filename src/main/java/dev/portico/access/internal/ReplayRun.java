package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Party;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Replay.Change;
import dev.portico.access.Replays;
import dev.portico.access.Scope;
import dev.portico.access.internal.DecisionLog.Asked;
import dev.portico.access.internal.DecisionLog.Result;
import dev.portico.access.internal.DecisionRows.Question;
import dev.portico.access.things.ThingSource;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks questions again by two policies. Things are looked up only where the policies differ in what they say to
/// somebody of a permission: all others are answered alike.
final class ReplayRun {

    private static final int PART = 1_000;

    private final Evaluator inForce;
    private final Evaluator wanted;
    private final Map<String, Reader> readers;
    private final Permissions permissions;
    private final Simulated simulated;
    private final Reader asker;
    private final Map<String, Both> scopes = new HashMap<>();
    private int gone;

    /// @param readers whoever may ask at this moment, by subject
    ReplayRun(
            Evaluator inForce,
            Evaluator wanted,
            Map<String, Reader> readers,
            Permissions permissions,
            Simulated simulated,
            Reader asker) {
        this.inForce = inForce;
        this.wanted = wanted;
        this.readers = readers;
        this.permissions = permissions;
        this.simulated = simulated;
        this.asker = asker;
    }

    /// How many questions could not be asked again.
    int gone() {
        return gone;
    }

    /// The answers that differ.
    List<Answer> answers(List<Question> questions, Replays.Progress progress) {
        List<Answer> answers = new ArrayList<>();
        for (int from = 0; from < questions.size(); from += PART) {
            List<Question> part = questions.subList(from, Math.min(questions.size(), from + PART));
            part(part, answers);
            progress.at(from + part.size(), questions.size());
        }
        return answers;
    }

    private void part(List<Question> questions, List<Answer> answers) {
        Map<String, List<Question>> aboutThings = new HashMap<>();
        for (Question question : questions) {
            Both both = both(question);
            if (both == null) {
                gone++;
            } else if (!both.inForce.equals(both.wanted)) {
                if (question.asked() == Asked.THING) {
                    aboutThings
                            .computeIfAbsent(question.type(), any -> new ArrayList<>())
                            .add(question);
                } else {
                    add(question, both, ofAll(both), true, answers);
                }
            }
        }
        aboutThings.forEach((type, about) -> things(type, about, answers));
    }

    private void things(String type, List<Question> questions, List<Answer> answers) {
        Set<String> ids = new HashSet<>();
        questions.forEach(question -> ids.add(question.id()));
        ThingSource source = simulated.recorded(type).orElse(null);
        Map<String, Thing> things = source == null ? Map.of() : source.things(ids);
        for (Question question : questions) {
            Thing thing = things.get(question.id());
            Both both = both(question);
            if (source == null || thing == null || both == null) {
                gone++;
            } else {
                Change change = change(both.inForce.holds(both.reader, thing), both.wanted.holds(both.reader, thing));
                if (change != null) {
                    add(question, both, change, simulated.mayKnow(asker, source, thing), answers);
                }
            }
        }
    }

    private static void add(
            Question question, Both both, @Nullable Change change, boolean shown, List<Answer> answers) {
        if (change != null) {
            Reader reader = both.reader;
            answers.add(new Answer(
                    new Party(reader.subject(), reader.name(), reader.subject().startsWith(TokenReaders.SUBJECT)),
                    question,
                    change,
                    shown));
        }
    }

    private static @Nullable Change change(boolean was, boolean is) {
        if (was == is) {
            return null;
        }
        return is ? Change.ALLOWED : Change.DENIED;
    }

    /// What becomes of what is asked of no thing in particular. Where things count, fewer of them are a
    /// narrower answer, and no denial.
    private static @Nullable Change ofAll(Both both) {
        return both.permission.isGeneral()
                ? change(both.inForce instanceof Scope.All, both.wanted instanceof Scope.All)
                : ofMany(both.inForce, both.wanted);
    }

    /// What becomes of many things whose scopes are written differently; null where they say the same.
    private static @Nullable Change ofMany(Scope was, Scope is) {
        boolean wider = within(was, is);
        if (wider && within(is, was)) {
            return null;
        }
        if (RoleAccess.result(is) == Result.NONE) {
            return Change.DENIED;
        }
        if (RoleAccess.result(was) == Result.NONE) {
            return Change.ALLOWED;
        }
        return wider ? Change.WIDENED : Change.NARROWED;
    }

    /// Whether what the one spans is surely within the other.
    private static boolean within(Scope one, Scope other) {
        return RoleAccess.result(one) == Result.NONE
                || other instanceof Scope.All
                || (one instanceof Scope.Where(Condition less)
                        && other instanceof Scope.Where(Condition more)
                        && Implication.holds(less, more));
    }

    /// What both policies say to whoever asked; null where they or the permission are gone.
    private @Nullable Both both(Question question) {
        String key = question.subject() + '\n' + question.permission();
        Both known = scopes.get(key);
        if (known == null) {
            Reader reader = readers.get(question.subject());
            Permission permission = permissions.named(question.permission()).orElse(null);
            if (reader == null || permission == null) {
                return null;
            }
            known = new Both(reader, permission, inForce.scope(reader, permission), wanted.scope(reader, permission));
            scopes.put(key, known);
        }
        return known;
    }

    /// An answer that differs.
    ///
    /// @param shown whether whoever runs the replay may see the thing
    record Answer(Party party, Question question, Change change, boolean shown) {}

    private record Both(Reader reader, Permission permission, Scope inForce, Scope wanted) {}
}
