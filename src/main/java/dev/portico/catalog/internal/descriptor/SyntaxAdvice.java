package dev.portico.catalog.internal.descriptor;

import org.jspecify.annotations.Nullable;

/// Words what is wrong with a text that is not YAML, and what most often helps.
final class SyntaxAdvice {

    private SyntaxAdvice() {}

    static YamlFault fault(long place, @Nullable String problem) {
        String text = problem == null ? "the text cannot be read" : problem.strip();
        String sentence = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return new YamlFault(place, "This is not valid YAML: " + sentence + ".", "", "", remedy(text));
    }

    static YamlFault duplicate(long place, String key) {
        return new YamlFault(
                place,
                "The key \"" + Excerpt.of(key) + "\" stands twice in one map.",
                Excerpt.of(key),
                "each key once",
                "Remove one of the two, or rename it.");
    }

    static YamlFault alias(long place, String name, boolean itself) {
        return new YamlFault(
                place,
                itself
                        ? "The alias *" + Excerpt.of(name) + " stands inside of what it repeats."
                        : "The alias *" + Excerpt.of(name) + " repeats an anchor that is not there.",
                "*" + Excerpt.of(name),
                "an anchor &" + Excerpt.of(name) + " earlier in the same document",
                "Set the anchor before it is used, or put a text that begins with * in quotes.");
    }

    static YamlFault shallow(long place, String what) {
        return new YamlFault(
                place,
                "This is not valid YAML: a line that continues a " + what + " is indented too little.",
                "",
                "more indentation than the key or the dash it belongs to",
                "Indent the line further, or close the quote or bracket before it.");
    }

    static YamlFault limit(long place, String what, String setting, int limit) {
        return new YamlFault(
                place,
                "The document " + what + ".",
                "",
                "at most " + limit,
                "Make it smaller or split it; an operator can raise portico.catalog.limits." + setting + ".");
    }

    private static String remedy(String problem) {
        if (problem.contains("mapping values are not allowed")) {
            return "Put a text that holds \": \" in quotes, and check that keys of one map are indented alike.";
        }
        if (problem.contains("cannot start any token")) {
            return problem.contains("\\t") || problem.contains("TAB")
                    ? "Indent with spaces; tabs are not allowed there."
                    : "Put the value in quotes.";
        }
        if (problem.contains("could not find expected ':'")) {
            return "Check that every key ends in a colon followed by a space, and that quotes are closed.";
        }
        if (problem.contains("unexpected end of stream") || problem.contains("quoted scalar")) {
            return "Close the quote, or double it where it belongs to the text.";
        }
        if (problem.contains("escape")) {
            return "Write a backslash in double quotes as \\\\, or use single quotes.";
        }
        if (problem.contains("block end")) {
            return "Check the indentation of this line and of the lines above it.";
        }
        return "Check the indentation, quotes and brackets at this place and just before it.";
    }
}
