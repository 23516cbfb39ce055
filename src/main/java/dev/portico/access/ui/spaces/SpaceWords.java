package dev.portico.access.ui.spaces;

import dev.portico.kernel.EntityRef;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Spaces in words.
final class SpaceWords {

    static final String PATH = "access/spaces";

    private static final int FEW = 3;

    private SpaceWords() {}

    /// The page of a space, relative to the portal's root.
    static String address(String space) {
        return PATH + '/' + space;
    }

    /// The first groups by name, and how many more there are.
    static String groups(Collection<EntityRef> groups) {
        List<String> names = groups.stream().map(EntityRef::shortName).sorted().toList();
        String first = names.stream().limit(FEW).collect(Collectors.joining(", "));
        return names.size() > FEW ? first + " +" + (names.size() - FEW) : first;
    }

    /// What goes along when a space is deleted, as a sentence.
    static String belongings(Map<String, Long> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach((kind, count) -> parts.add(Words.number(count) + ' ' + words(kind, count)));
        if (parts.isEmpty()) {
            return "It has no roles, sources or tokens of its own.";
        }
        String last = parts.removeLast();
        return (parts.isEmpty() ? last : String.join(", ", parts) + " and " + last) + " of it go along.";
    }

    private static String words(String kind, long count) {
        String one = kind.endsWith("s") ? kind.substring(0, kind.length() - 1) : kind;
        String noun = count == 1 ? one : kind;
        return kind.equals("sources") ? noun + " with what " + (count == 1 ? "it brings" : "they bring") : noun;
    }
}
