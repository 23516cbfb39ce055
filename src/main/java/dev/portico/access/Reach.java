package dev.portico.access;

import java.util.List;

/// How much somebody could act on, of what whoever asks may know of.
///
/// @param policy the number of the policy that was asked
/// @param count  how many things
/// @param sample the ids of some of them
public record Reach(int policy, long count, List<String> sample) {

    /// How many things are named at most.
    public static final int MOST_NAMED = 20;

    public Reach {
        sample = List.copyOf(sample);
    }
}
