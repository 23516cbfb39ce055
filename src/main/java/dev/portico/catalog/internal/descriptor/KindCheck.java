package dev.portico.catalog.internal.descriptor;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds the kind of an entity and checks its spec.
final class KindCheck {

    private KindCheck() {}

    /// The kind of the entity; null where it is refused, or of an unknown kind that is accepted.
    static @Nullable Kind check(YamlMap root, DescriptorRules rules, Findings findings) {
        String name = Objects.requireNonNull(root.text("kind"));
        String version = Objects.requireNonNull(root.text("apiVersion"));
        YamlMap spec = root.map("spec");
        Kind kind = KindCatalog.find(name, version, spec == null ? null : spec.get("type"), rules);
        if (kind == null) {
            if (rules.unknown() == DescriptorRules.UnknownKinds.REFUSE) {
                unknown(root, name, version, findings);
            }
            return null;
        }
        int at = root.indexOf("spec");
        if (at < 0) {
            findings.missing(Stage.KIND, root.place, "spec", "an object");
        } else {
            kind.spec().check("spec", root.value(at), root.valuePlace(at), findings);
        }
        return kind;
    }

    private static void unknown(YamlMap root, String name, String version, Findings findings) {
        Kind similar = KindCatalog.similar(name);
        if (similar != null && similar.name().equals(name)) {
            String allowed =
                    String.join(" or ", similar.versions().stream().sorted().toList());
            findings.error(
                    Stage.UNKNOWN_KIND,
                    root.placeOf("apiVersion"),
                    "apiVersion",
                    "The kind " + name + " is not known in the version " + Excerpt.of(version) + ".",
                    Excerpt.of(version),
                    allowed,
                    "Write apiVersion: "
                            + similar.versions().stream().min(String::compareTo).orElseThrow() + ".");
            return;
        }
        findings.error(
                Stage.UNKNOWN_KIND,
                root.placeOf("kind"),
                "kind",
                "The kind " + Excerpt.of(name) + " is not known.",
                Excerpt.of(name),
                KindCatalog.names(),
                advice(name, similar));
    }

    private static String advice(String name, @Nullable Kind similar) {
        if (similar != null) {
            return "Write kind: " + similar.name() + "; upper and lower case matter.";
        }
        return name.equals(AiResourceKind.NAME)
                ? "An operator can make it known with portico.catalog.ai-resources=true."
                : "Use one of the known kinds; an operator can take in others with portico.catalog.unknown-kinds=accept.";
    }
}
