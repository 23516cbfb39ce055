package dev.portico.access;

import dev.portico.kernel.Reader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One way in which somebody holds a role, with what was decided about it.
///
/// @param number    its place in the review
/// @param version   counts up with each decision
/// @param holder    the account, token, ref or role; empty for everyone
/// @param label     what to call it
/// @param account   the account that holds it, where it is one
/// @param via       the group that it comes through; empty for none
/// @param people    how many accounts hold it by this line
/// @param until     when it ends by itself, with the token where that ends first; null where it does not
/// @param since     since when; null where that is not known
/// @param lastUsed  the last day on which they, or any of them, were allowed something that the role allows, as
/// far as it is recorded
/// @param reason    why it was decided so; may be empty
/// @param decidedBy the subject of who decided; null while nobody has
/// @param decider   the name to show for that
/// @param own       whether whoever decided holds the role by this line
/// @param outcome   what became of it when the review was closed; of an open one, what has become of it since
///                  the snapshot, or null where nothing has
/// @param remark    what is to be known of that, and what can be done
public record ReviewLine(
        int number,
        int version,
        String role,
        Way way,
        String holder,
        String label,
        @Nullable UUID account,
        String via,
        int people,
        @Nullable Instant until,
        @Nullable Instant since,
        @Nullable LocalDate lastUsed,
        @Nullable Decision decision,
        String reason,
        @Nullable String decidedBy,
        @Nullable String decider,
        @Nullable Instant decidedAt,
        boolean own,
        @Nullable Outcome outcome,
        String remark) {

    /// Whether the line is about the reader alone.
    public boolean isOf(Reader reader) {
        return (reader.account() != null && reader.account().equals(account))
                || (way == Way.MEMBER_USER && holder.equals(String.valueOf(reader.user())));
    }

    /// How a role is held.
    public enum Way {
        /// The account was given it.
        ACCOUNT("Given to the account"),
        /// The service token has it.
        TOKEN("Given to the token"),
        /// The account is a member of the role.
        MEMBER_ACCOUNT("Member, the account"),
        /// The User entity is a member of the role.
        MEMBER_USER("Member, the person"),
        /// The group is a member of the role.
        MEMBER_GROUP("Member, the group"),
        /// The service token is a member of the role.
        MEMBER_TOKEN("Member, the token"),
        /// Everyone signed in is a member of the role.
        EVERYONE("Member, everyone signed in"),
        /// A group that they are in is a member of the role.
        THROUGH_GROUP("Through a group"),
        /// A role that includes it is held.
        THROUGH_ROLE("Through a role that includes it");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /// Whether it is one holder's use, or that of many: of these, a line is not called unused.
        public boolean ofMany() {
            return this == EVERYONE || this == THROUGH_ROLE;
        }

        /// Whether a line can be removed at all. What a role includes is taken from that role.
        public boolean removable() {
            return this != THROUGH_ROLE;
        }
    }

    /// What a reviewer decides.
    public enum Decision {
        KEEP,
        REMOVE
    }

    /// What became of a line.
    public enum Outcome {
        /// It was decided to keep it.
        KEPT,
        /// Nobody decided, so it stays.
        UNDECIDED,
        /// It was removed.
        REMOVED,
        /// It was gone already.
        GONE,
        /// It is held otherwise than at the snapshot, so nothing was done.
        CHANGED,
        /// It could not be removed here.
        LEFT
    }
}
