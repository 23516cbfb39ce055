package dev.portico.catalog.internal.descriptor;

import dev.portico.kernel.EntityRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Takes one document through the stages.
final class DocumentJudge {

    /// The list fields whose order means nothing.
    private static final List<String> UNORDERED =
            List.of("providesApis", "consumesApis", "dependsOn", "dependencyOf", "memberOf", "children", "members");

    private final DescriptorLimits limits;
    private final DescriptorRules rules;
    private final DescriptorOrigin origin;
    private final PlaceholderSource placeholders;
    private final EntityWriter writer = new EntityWriter();

    DocumentJudge(
            DescriptorLimits limits, DescriptorRules rules, DescriptorOrigin origin, PlaceholderSource placeholders) {
        this.limits = limits;
        this.rules = rules;
        this.origin = origin;
        this.placeholders = placeholders;
    }

    /// Judges what stands at the root of a document.
    DescriptorDocument judge(DocumentParser.Root root, int index, Findings findings) {
        if (!(root.value() instanceof YamlMap map)) {
            findings.error(
                    Stage.YAML,
                    root.place(),
                    "",
                    "A document has to be an object, but this is " + Excerpt.value(root.value()) + ".",
                    Excerpt.value(root.value()),
                    "an object with apiVersion, kind, metadata and spec",
                    "Write the fields of an entity, or remove the document.");
            return document(index, root, null, null, findings);
        }
        EntityRef ref = Envelope.bestEffort(map);
        if (ref != null) {
            findings.about(ref);
        }
        Envelope.check(map, findings);
        DescriptorEntity entity = findings.good() ? entity(map, Objects.requireNonNull(ref), findings) : null;
        return document(index, root, map.text("kind"), findings.good() ? entity : null, findings);
    }

    private @Nullable DescriptorEntity entity(YamlMap root, EntityRef ref, Findings findings) {
        Envelope.annotate(root, origin, findings);
        if (!findings.good()) {
            return null;
        }
        Placeholders.answer(root, placeholders, limits, findings);
        if (!findings.good()) {
            return null;
        }
        sort(root.map("spec"));
        Policy.check(root, findings);
        if (!findings.good()) {
            return null;
        }
        Kind kind = KindCheck.check(root, rules, findings);
        if (!findings.good()) {
            return null;
        }
        Map<Edge, Reference> edges = Map.of();
        YamlMap spec = root.map("spec");
        if (kind != null && spec != null) {
            edges = Relations.read(ref, kind, spec, findings);
        }
        String name = Objects.requireNonNull(root.text("kind"));
        if (findings.good() && !rules.allows(name)) {
            refuse(root, name, findings);
        }
        if (!findings.good()) {
            return null;
        }
        UnsafeUrls.neutralise(Objects.requireNonNull(root.map("metadata")), findings);
        DescriptorEntity entity = writer.write(root, ref, kind, edges);
        HalfCharacters.warn(root, entity.json(), findings);
        UnwritableNumbers.warn(root, entity.json(), findings);
        return entity;
    }

    private static void sort(@Nullable YamlMap spec) {
        for (String field : UNORDERED) {
            YamlList list = spec == null ? null : spec.list(field);
            if (list != null) {
                list.sortStrings();
            }
        }
    }

    private void refuse(YamlMap root, String kind, Findings findings) {
        String allowed = String.join(", ", rules.allow().stream().sorted().toList());
        findings.error(
                Stage.RULES,
                root.placeOf("kind"),
                "kind",
                "Entities of the kind " + Excerpt.of(kind) + " are not taken in here.",
                Excerpt.of(kind),
                allowed,
                "Remove it, or ask an operator to add the kind to portico.catalog.rules.allow.");
    }

    private static DescriptorDocument document(
            int index,
            DocumentParser.Root root,
            @Nullable String kind,
            @Nullable DescriptorEntity entity,
            Findings findings) {
        Stage stage = Objects.requireNonNullElse(findings.failed(), Stage.OK);
        return new DescriptorDocument(
                index, Place.line(root.place()), kind, findings.ref(), stage, entity, findings.problems());
    }
}
