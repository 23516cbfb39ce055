package dev.portico.access;

import java.util.List;

/// What a policy would have answered otherwise than the one in force.
///
/// @param policy      the policy that was run
/// @param inForce     the one it was compared with
/// @param recorded    what there was to run it over
/// @param questions   how many different questions were asked again
/// @param more        whether there were older ones beyond [#MOST_QUESTIONS]
/// @param gone        how many could not be asked again, since who asked, the permission or the thing is gone
/// @param peopleLose  how many accounts and tokens would be denied something that they are allowed, or see less
/// @param peopleGain  how many would be allowed something that they are denied, or see more
/// @param lost        how many questions would newly be denied, or be answered by less
/// @param gained      how many would newly be allowed, or be answered by more
/// @param people      the same by who asked, those who lose most first; tokens as one, unless whoever asks manages
///                    those of everybody
/// @param permissions the same by permission
/// @param things      the same by thing; lists, what is about no thing, and things that whoever asks may not see, each
///                    as one
/// @param flips       the first [#MOST_FLIPS] of them
public record Replay(
        int policy,
        int inForce,
        RecordedDecisions recorded,
        int questions,
        boolean more,
        int gone,
        int peopleLose,
        int peopleGain,
        int lost,
        int gained,
        List<Group> people,
        List<Group> permissions,
        List<Group> things,
        List<Flip> flips) {

    /// How many questions are asked again at most, the latest first.
    public static final int MOST_QUESTIONS = 100_000;

    /// How many groups of a kind, and how many flips, are named at most.
    public static final int MOST_FLIPS = 500;

    public Replay {
        people = List.copyOf(people);
        permissions = List.copyOf(permissions);
        things = List.copyOf(things);
        flips = List.copyOf(flips);
    }

    /// How an answer differs.
    public enum Change {
        /// It was allowed and would be denied.
        DENIED,
        /// A list would have less in it, or something else.
        NARROWED,
        /// It was denied and would be allowed.
        ALLOWED,
        /// A list would have more in it.
        WIDENED;

        /// Whether somebody loses by it.
        public boolean loses() {
            return this == DENIED || this == NARROWED;
        }
    }

    /// Answers that would differ and have something in common.
    ///
    /// @param key    the subject, the permission, or the thing's id
    /// @param name   what to call it
    /// @param lost   how many would be lost
    /// @param gained how many would be gained
    public record Group(String key, String name, int lost, int gained) {}

    /// One answer that would differ.
    ///
    /// @param thing the thing's id; empty for a list and for what is about no thing
    /// @param shown whether whoever asks may see the thing; its id is left out where not
    public record Flip(Party party, String permission, String thing, boolean shown, Change change) {}
}
