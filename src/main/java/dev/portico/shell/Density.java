package dev.portico.shell;

/// How close rows stand.
enum Density {
    /// Rows of 40 pixels, 52 with a second line.
    COSY("Cosy"),

    /// Rows of 32 pixels, 44 with a second line.
    COMPACT("Compact");

    private final String label;

    Density(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
