package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Policies as text. What takes one in needs the rights that changing a draft role by role does: each role that differs
/// has to be the reader's to change, and nobody gives what they do not hold.
public interface PolicyExchange {

    /// How long a text may be, in characters.
    int LONGEST = 2_000_000;

    /// The roles of a policy that the reader may see, as YAML. What is written by this and read again is written the
    /// same, byte by byte.
    ///
    /// @throws Refusal.NotFound where there is no policy of that number
    String yaml(Reader reader, int number);

    /// Puts roles from YAML into a draft, in place of all that the reader may see of it. Roles that the reader may not
    /// see stay.
    ///
    /// @param version the version of the draft that the reader saw
    /// @throws Refusal.InvalidInput where the text does not fit; the message names line, column, field and remedy
    /// @throws Refusal.Conflict     where the draft was changed since, or is none any more
    /// @throws Refusal.Forbidden    where the reader may not, or holds less than the change would give or take
    PolicySummary take(Reader reader, int number, int version, String yaml);

    /// Adds to a draft what Red Hat's RBAC plugin keeps as Casbin CSV and as YAML of conditional policies. What has no
    /// counterpart is left out and told; nothing is taken in a wider sense than it had.
    ///
    /// @param csv        the lines `p, …` and `g, …`
    /// @param conditions the conditional policies, one a document; empty for none
    /// @throws Refusal.InvalidInput where the YAML cannot be read
    Imported takeRbac(Reader reader, int number, int version, String csv, String conditions);

    /// What became of an import.
    ///
    /// @param policy   the draft as it is now
    /// @param findings what became of each line and document, in their order
    record Imported(PolicySummary policy, List<Finding> findings) {
        public Imported {
            findings = List.copyOf(findings);
        }
    }

    /// What became of a line of CSV or of a conditional policy.
    ///
    /// @param line  where it stands, from 1
    /// @param said  what stands there, shortened
    /// @param role  the role that it is about, by its name here; null where that cannot be read
    /// @param words what it became, why it has no counterpart, or what to do about it
    record Finding(
            Text text,
            int line,
            String said,
            Outcome outcome,
            @Nullable String role,
            String words) {

        /// What became of it.
        public enum Outcome {
            /// It has no counterpart and is not in the draft.
            LOST,
            /// It is not in the draft, and somebody has to mend the text or to decide.
            OPEN,
            /// It is not in the draft itself: a condition of the same role counts in its place.
            COVERED,
            /// It is in the draft.
            TAKEN
        }

        /// Whether nothing of it is missing in the draft.
        public boolean whole() {
            return outcome == Outcome.TAKEN || outcome == Outcome.COVERED;
        }

        /// The same with more words.
        public Finding adding(String more) {
            return new Finding(text, line, said, outcome, role, words + more);
        }

        /// Which text.
        public enum Text {
            CSV,
            CONDITIONS
        }
    }
}
