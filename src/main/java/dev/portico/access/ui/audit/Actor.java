package dev.portico.access.ui.audit;

/// Somebody whose rows are asked for.
///
/// @param subject as the address has it: a subject, or the name of an account
/// @param words   what a field calls them: `Priya Raman (priya)`
record Actor(String subject, String words) {}
