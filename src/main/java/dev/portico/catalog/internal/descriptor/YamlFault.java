package dev.portico.catalog.internal.descriptor;

/// A document that cannot be read as YAML, or breaks a limit. Carries no stack trace: it is about the input.
final class YamlFault extends Exception {

    final long place;
    final String text;
    final String found;
    final String allowed;
    final String remedy;

    YamlFault(long place, String text, String found, String allowed, String remedy) {
        super(text, null, false, false);
        this.place = place;
        this.text = text;
        this.found = found;
        this.allowed = allowed;
        this.remedy = remedy;
    }
}
