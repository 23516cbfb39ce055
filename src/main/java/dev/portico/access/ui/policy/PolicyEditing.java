package dev.portico.access.ui.policy;

import dev.portico.access.Drafts;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Readers;
import dev.portico.access.Role;
import dev.portico.access.SubjectNames;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Puts changes into a draft, begins it with the first of them, and tells what becomes of each.
///
/// Where somebody else changed the draft meanwhile, but not the same role, the change is put into what they made of it.
/// Where they changed the same role, both are kept and whoever edits chooses.
final class PolicyEditing {

    private static final String CHANGED = "policy-changed";
    private static final String PUBLISHED = "policy-published";

    private final Policies policies;
    private final Drafts drafts;
    private final SubjectNames names;
    private final Readers readers;
    private final Told told;
    private @Nullable Integer asked;
    private @Nullable PolicyWork read;

    /// What becomes of changes.
    interface Told {

        /// The draft has changed.
        void renewed(PolicyWork work);

        /// Somebody else has changed something too, which is in the draft now.
        void joined(String words);

        /// Somebody else has changed the same role.
        ///
        /// @param mine   the role as whoever edits wants it
        /// @param theirs the role as it is by now; null where it is gone
        void clashed(Role mine, @Nullable Role theirs, String words);
    }

    PolicyEditing(
            Policies policies, Drafts drafts, SubjectNames names, Readers readers, @Nullable Integer asked, Told told) {
        this.policies = policies;
        this.drafts = drafts;
        this.names = names;
        this.readers = readers;
        this.asked = asked;
        this.told = told;
    }

    PolicyWork work() {
        PolicyWork known = read;
        if (known == null) {
            known = PolicyWork.of(policies, drafts, names, readers.current(), asked);
            read = known;
            stay(known);
        }
        return known;
    }

    /// Whoever looks at a draft goes on with that one, whichever they begin or edit elsewhere meanwhile.
    private void stay(PolicyWork known) {
        if (known.isDraft()) {
            asked = known.number();
        }
    }

    /// Whether changes can be made to what is shown at all: to a draft, or to what is in force where there is none.
    boolean open() {
        Reader reader = readers.current();
        boolean beginning =
                work().draft() == null && work().number() == work().inForce().number();
        return beginning
                ? policies.mayEdit(reader)
                : policies.mayEdit(reader, work().shown().summary());
    }

    /// Whether the reader may change this role here.
    boolean open(Role role) {
        return open() && policies.mayEdit(readers.current(), role);
    }

    /// Changes a role.
    ///
    /// @return why it was refused; empty where it was not
    Optional<String> change(String name, UnaryOperator<Role> change) {
        @Nullable Role before = work().role(name).orElse(null);
        if (before == null) {
            return Optional.of("The role " + name + " is not there any more.");
        }
        Role after = change.apply(before);
        return after.equals(before) ? Optional.empty() : put(before, after);
    }

    /// Adds a role, or puts back one that the draft has no more.
    Optional<String> add(Role role) {
        if (work().role(role.name()).isPresent()) {
            return Optional.of("There is a role " + role.name() + " already; choose another name.");
        }
        return put(null, role);
    }

    /// Takes a role out.
    Optional<String> remove(String name) {
        return attempt(() -> {
            PolicySummary draft = draft();
            policies.remove(readers.current(), draft.number(), draft.version(), name);
        });
    }

    /// Puts a role in place of whatever somebody else made of it.
    Optional<String> insist(Role mine) {
        renew();
        return attempt(() -> write(mine));
    }

    /// Why the draft that was asked for is none any more; empty while it is one.
    Optional<String> over() {
        try {
            PolicyWork now = work();
            return now.isDraft()
                    ? Optional.empty()
                    : Optional.of("Draft " + now.number() + " is policy " + now.number() + " by now: "
                            + now.publisher(now.shown().summary()) + " has put it in force.");
        } catch (Refusal.NotFound gone) {
            return Optional.of(gone());
        }
    }

    /// The same, as it is at this moment.
    Optional<String> overByNow() {
        read = null;
        return over();
    }

    private String gone() {
        int number = Objects.requireNonNull(asked);
        return drafts.discarded(readers.current(), number)
                .map(by -> "Draft " + number + " was discarded by " + names.of(by) + " meanwhile.")
                .orElse("Draft " + number
                        + " is there no more: somebody has discarded it meanwhile, or you may not see it any more.");
    }

    /// Gives the draft up.
    Optional<String> discard() {
        return attempt(() -> {
            PolicySummary draft = work().shown().summary();
            policies.discard(readers.current(), draft.number(), draft.version());
            leave();
        });
    }

    /// Puts the draft in force, with a last word on what it is for.
    ///
    /// @param compared as it was shown to whoever does it; where it is another by now, nothing is put in force
    Optional<String> publish(PolicyWork compared, String note) {
        return attempt(() -> {
            Reader reader = readers.current();
            PolicySummary draft = compared.shown().summary();
            PolicySummary noted = note.strip().equals(draft.note())
                    ? draft
                    : policies.note(reader, draft.number(), draft.version(), note);
            policies.publish(
                    reader, noted.number(), noted.version(), compared.inForce().number());
            leave();
        });
    }

    private Optional<String> put(@Nullable Role before, Role after) {
        try {
            write(after);
            renew();
            return Optional.empty();
        } catch (Refusal.Conflict meanwhile) {
            return meanwhile(before, after, meanwhile);
        } catch (Refusal.InvalidInput | Refusal.Forbidden refusal) {
            renewWhereNew();
            return Optional.of(refusal.reason());
        } catch (Refusal.NotFound gone) {
            String why = gone();
            renew();
            return Optional.of(why + " Make the change anew.");
        }
    }

    private Optional<String> meanwhile(@Nullable Role before, Role after, Refusal.Conflict conflict) {
        if (!conflict.code().equals(CHANGED) && !conflict.code().equals(PUBLISHED)) {
            return Optional.of(conflict.reason());
        }
        PolicySummary seen = work().shown().summary();
        renew();
        @Nullable Role theirs = work().role(after.name()).orElse(null);
        if (!Objects.equals(before, theirs)) {
            told.clashed(after, theirs, conflict.reason());
            return Optional.empty();
        }
        Optional<String> refused = attempt(() -> write(after));
        if (refused.isEmpty()) {
            told.joined(joined(seen) + RoleWords.title(after.name()) + ".");
        }
        return refused;
    }

    /// What has come into the draft beside a change of one's own.
    ///
    /// @param seen the draft as it was before
    private String joined(PolicySummary seen) {
        PolicySummary now = work().shown().summary();
        boolean edited = now.number() != seen.number() || !now.changedAt().equals(seen.changedAt());
        if (edited && now.changedBy().equals(readers.current().subject())) {
            return "You changed the draft elsewhere meanwhile. That is in it, and so is your change to ";
        }
        return edited
                ? work().editor(now) + " changed the draft meanwhile. Their change is in it, and so is yours to "
                : "What was given or taken elsewhere meanwhile, such as an approved request, has come into the draft."
                        + " So has your change to ";
    }

    private Optional<String> attempt(Runnable write) {
        boolean draft = work().isDraft();
        try {
            write.run();
            renew();
            return Optional.empty();
        } catch (Refusal.Conflict | Refusal.InvalidInput | Refusal.Forbidden | Refusal.NotFound refusal) {
            read = null;
            Optional<String> over = draft ? over() : Optional.empty();
            renew();
            return over.or(() -> Optional.of(refusal.reason()));
        }
    }

    private void write(Role role) {
        PolicySummary draft = draft();
        policies.put(readers.current(), draft.number(), draft.version(), role);
    }

    /// The draft that changes go to. Where nobody began one yet, this begins it.
    private PolicySummary draft() {
        if (work().isDraft()) {
            return work().shown().summary();
        }
        Reader reader = readers.current();
        PolicyWork now = PolicyWork.of(policies, drafts, names, reader, null);
        if (now.isDraft()) {
            asked = now.number();
            throw new Refusal.Conflict(
                    CHANGED,
                    "Draft " + now.number() + " was begun by "
                            + now.maker(now.shown().summary())
                            + " meanwhile. Your change goes into it");
        }
        PolicySummary begun = begun(reader);
        asked = begun.number();
        return begun;
    }

    /// Begins a draft with what is in force, beside those that there are.
    ///
    /// @return its number
    int begin() {
        return begun(readers.current()).number();
    }

    private PolicySummary begun(Reader reader) {
        return policies.draft(reader, null, "Changes by " + reader.name());
    }

    /// A draft may have been begun for a change that was refused.
    private void renewWhereNew() {
        if (!work().isDraft()) {
            renew();
        }
    }

    /// Shows what is in force, where the draft that was asked for is none any more.
    void leave() {
        read = null;
        asked = policies.inForce(readers.current()).number();
    }

    /// In place of a draft that somebody gave up meanwhile, what is in force is shown.
    private void renew() {
        read = null;
        try {
            work();
        } catch (Refusal.NotFound gone) {
            leave();
        }
        told.renewed(work());
    }
}
