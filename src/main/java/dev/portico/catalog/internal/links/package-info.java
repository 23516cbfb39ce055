/// What is wrong with the relations between entities: ends that are not in the catalog, and circles.
///
/// Such a problem comes and goes with *other* entities than the one that states the relation, placed by other sources
/// in other transactions, so no run of a source can know it. [LinkCheck] is one job for all nodes: it derives them
/// all from what is committed, compares them with those that are kept, and writes the difference. [LinkWatch] has it
/// run after each change, at most once a second. So a warning is there a moment after its cause; lists, counts and
/// indexes read it as plain rows, and the run of a source neither waits for it nor pays for it.
@NullMarked
package dev.portico.catalog.internal.links;

import org.jspecify.annotations.NullMarked;
