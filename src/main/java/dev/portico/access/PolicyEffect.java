package dev.portico.access;

import java.util.List;

/// Who would gain and lose what if one policy took another's place.
///
/// @param from    the number of the one policy
/// @param to      the number of the other
/// @param gaining how many people gain anything
/// @param losing  how many people lose anything
/// @param lines   what is gained first, then what is lost; each by how many it concerns
public record PolicyEffect(int from, int to, int gaining, int losing, List<Line> lines) {

    /// How many of those concerned a line names at most.
    public static final int MOST_NAMED = 50;

    private static final int MOST_PERMISSIONS = 2;

    public PolicyEffect {
        lines = List.copyOf(lines);
    }

    /// Which way a right goes.
    public enum Direction {
        /// It is there afterwards and was not before.
        GAIN,
        /// It was there before and is not afterwards.
        LOSE
    }

    /// Rights that the same people gain or lose at the same place.
    ///
    /// @param permissions the permissions in the order of their names
    /// @param place       `everywhere`, `in payments`, `where …` or `in payments where …`
    /// @param people      how many accounts it concerns
    /// @param tokens      how many service tokens it concerns
    /// @param who         the first of them by name; tokens only for whoever manages those of everybody
    public record Line(
            Direction direction, List<String> permissions, String place, int people, int tokens, List<Party> who) {

        public Line {
            permissions = List.copyOf(permissions);
            who = List.copyOf(who);
        }

        /// The line for people: `12 people gain catalog.entity.refresh in payments`.
        public String sentence() {
            return subject() + " " + verb() + " " + what() + " " + place;
        }

        /// Whom it concerns: `12 people and 1 token`.
        public String subject() {
            String counted = people == 0 ? "" : people == 1 ? "1 person" : people + " people";
            String programs = tokens == 0 ? "" : tokens == 1 ? "1 token" : tokens + " tokens";
            return counted + (people > 0 && tokens > 0 ? " and " : "") + programs;
        }

        /// What it is about: `catalog.entity.read, catalog.entity.refresh and 3 more permissions`.
        public String what() {
            int more = permissions.size() - MOST_PERMISSIONS;
            if (more <= 0) {
                return String.join(" and ", permissions);
            }
            return String.join(", ", permissions.subList(0, MOST_PERMISSIONS)) + " and " + more
                    + (more == 1 ? " more permission" : " more permissions");
        }

        /// Whether [#what] names all of its permissions.
        public boolean namesAll() {
            return permissions.size() <= MOST_PERMISSIONS;
        }

        private String verb() {
            String verb = direction == Direction.GAIN ? "gain" : "lose";
            return people + tokens == 1 ? verb + "s" : verb;
        }
    }
}
