/// The pages of access reviews: the list with the way to begin one, one of them with its lines to decide about, and the
/// report for print.
@NullMarked
package dev.portico.access.ui.review;

import org.jspecify.annotations.NullMarked;
