/// The sample company that a first start brings: its descriptors, what they said in the months before, and accounts to
/// look around with. All of it is one source of the catalog, and goes when that is removed.
@NullMarked
package dev.portico.catalog.internal.seeds;

import org.jspecify.annotations.NullMarked;
