package dev.portico.search.sources;

import java.util.Locale;

/// Some text of a document that people search by words.
///
/// @param role  how much a word found in it says about the document
/// @param label what it is, as a reason names it: `tag`, `description`, `API definition`
public record DocumentText(Role role, String label, String text) {

    /// How much a word says, most first.
    public enum Role {
        /// What the document is called in code.
        NAME,
        /// What people call it.
        TITLE,
        /// A word or two that sorts it: a tag, a type, an owner.
        KEYWORD,
        /// Sentences about it.
        DESCRIPTION,
        /// What it holds, of any length: an API definition, a page.
        BODY;

        /// The role as a part of names: `name`, `title` …
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
