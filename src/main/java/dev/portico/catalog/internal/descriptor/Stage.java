package dev.portico.catalog.internal.descriptor;

/// The steps that a document passes, in their order. It stops at the first that it fails.
public enum Stage {
    /// The text is not YAML, breaks a limit, or is no object.
    YAML("yaml"),
    /// What names an entity is missing: apiVersion, kind, metadata.name.
    ENVELOPE("envelope"),
    /// A placeholder could not be answered.
    PLACEHOLDERS("placeholders"),
    /// The fields that all kinds share.
    POLICY("policy"),
    /// The fields of the kind.
    KIND("kind"),
    /// Nobody knows the kind, or not in this apiVersion.
    UNKNOWN_KIND("unknown-kind"),
    /// A reference to another entity cannot be read.
    RELATIONS("relations"),
    /// The kind is known, but not allowed here.
    RULES("rules"),
    /// Passed them all.
    OK("ok");

    private final String text;

    Stage(String text) {
        this.text = text;
    }

    /// The stage as problems and files write it, such as `unknown-kind`.
    public String text() {
        return text;
    }
}
