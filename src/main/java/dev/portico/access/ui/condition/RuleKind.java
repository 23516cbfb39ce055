package dev.portico.access.ui.condition;

import dev.portico.access.Rule;

/// The rules that a condition is built from, as the menu names them.
enum RuleKind {
    OWNER_IS_MINE("Owner is me or one of my groups"),
    KIND_IN("Kind is"),
    TYPE_IN("Type is"),
    LIFECYCLE_IN("Lifecycle is"),
    TAG_HAS("Tag has"),
    LABEL_HAS("Label"),
    ANNOTATION_HAS("Annotation"),
    NAMESPACE_IN("Namespace is"),
    SPACE_IS("Space is"),
    SPEC_EQUALS("Spec field"),
    ENTITY_IS("Entity is");

    private final String words;

    RuleKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static RuleKind of(Rule rule) {
        return switch (rule) {
            case Rule.OwnerIsMine mine -> OWNER_IS_MINE;
            case Rule.KindIn kind -> KIND_IN;
            case Rule.TypeIn type -> TYPE_IN;
            case Rule.LifecycleIn lifecycle -> LIFECYCLE_IN;
            case Rule.TagHas tag -> TAG_HAS;
            case Rule.LabelHas label -> LABEL_HAS;
            case Rule.AnnotationHas annotation -> ANNOTATION_HAS;
            case Rule.NamespaceIn namespace -> NAMESPACE_IN;
            case Rule.SpaceIs space -> SPACE_IS;
            case Rule.SpecEquals spec -> SPEC_EQUALS;
            case Rule.EntityIs entity -> ENTITY_IS;
        };
    }
}
