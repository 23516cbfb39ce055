package dev.portico.specification;

/// One difference between what was expected and what came back, short enough to read.
///
/// @param where the step of the walk, and the place in its answer
public record Difference(String request, String where, String expected, String actual) {

    private static final int LONGEST = 300;

    public Difference {
        expected = shortened(expected);
        actual = shortened(actual);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " … (" + text.length() + " characters)";
    }

    @Override
    public String toString() {
        return request + "\n    " + where + "\n    expected " + expected + "\n    but was  " + actual;
    }
}
