package dev.portico.access;

/// What of a resource type a reader may act on: everything, nothing, or what meets a condition.
public sealed interface Scope {

    /// Everything, without a condition.
    record All() implements Scope {}

    /// Nothing.
    record None() implements Scope {}

    /// What meets the condition for this reader.
    record Where(Condition condition) implements Scope {}
}
