/// Search over REST, below `/api/portico`: words, suggestions, and why something was found.
@NullMarked
package dev.portico.search.web;

import org.jspecify.annotations.NullMarked;
