package dev.portico.catalog.internal.descriptor;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The kind Template of the scaffolder, version v1beta3. It makes no relations.
final class TemplateKind {

    private static final Shape ANY_TEXT = new Shape.Text(0, Integer.MAX_VALUE);
    private static final Shape CONDITION = new Shape.TextOrBoolean();
    private static final Shape.Fields OBJECT = new Shape.Fields(Map.of(), Set.of());
    private static final Shape PERMISSIONS = new Shape.Fields(Map.of("tags", new Shape.ListOf(ANY_TEXT, 0)), Set.of());
    private static final Shape PARAMETERS =
            new Shape.OneOrMany(new Shape.Fields(Map.of("backstage:permissions", PERMISSIONS), Set.of()));
    private static final Shape DECORATORS =
            new Shape.ListOf(new Shape.Fields(Map.of("id", ANY_TEXT, "input", OBJECT), Set.of()), 0);
    private static final Shape STEPS = new Shape.ListOf(
            new Shape.Fields(
                    Map.of(
                            "id", ANY_TEXT,
                            "name", ANY_TEXT,
                            "action", ANY_TEXT,
                            "input", OBJECT,
                            "if", CONDITION,
                            "backstage:permissions", PERMISSIONS),
                    Set.of("action")),
            0);
    private static final Shape LINKS = new Shape.ListOf(
            new Shape.Fields(
                    Map.of(
                            "if", CONDITION,
                            "url", Shape.TEXT,
                            "entityRef", Shape.TEXT,
                            "title", Shape.TEXT,
                            "icon", Shape.TEXT),
                    Set.of()),
            0);
    private static final Shape TEXTS = new Shape.ListOf(
            new Shape.Fields(
                    Map.of("if", CONDITION, "title", Shape.TEXT, "icon", Shape.TEXT, "content", ANY_TEXT), Set.of()),
            0);
    private static final Shape BUTTONS = new Shape.Fields(
            Map.of("backButtonText", ANY_TEXT, "createButtonText", ANY_TEXT, "reviewButtonText", ANY_TEXT), Set.of());

    static final Kind KIND = new Kind(
            "Template",
            Set.of("scaffolder.backstage.io/v1beta3"),
            new Shape.Fields(
                    Map.ofEntries(
                            Map.entry("type", Shape.TEXT),
                            Map.entry("owner", Shape.TEXT),
                            Map.entry("lifecycle", Shape.TEXT),
                            Map.entry("parameters", PARAMETERS),
                            Map.entry("secrets", new Shape.Fields(Map.of("schema", OBJECT), Set.of())),
                            Map.entry("presentation", new Shape.Fields(Map.of("buttonLabels", BUTTONS), Set.of())),
                            Map.entry(
                                    "EXPERIMENTAL_recovery",
                                    new Shape.Fields(Map.of("EXPERIMENTAL_strategy", ANY_TEXT), Set.of())),
                            Map.entry("formDecorators", DECORATORS),
                            Map.entry("EXPERIMENTAL_formDecorators", DECORATORS),
                            Map.entry("steps", STEPS),
                            Map.entry(
                                    "output",
                                    new Shape.Fields(Map.of("links", LINKS, "text", TEXTS), Set.of(), ANY_TEXT))),
                    Set.of("type", "steps")),
            List.of());

    private TemplateKind() {}
}
