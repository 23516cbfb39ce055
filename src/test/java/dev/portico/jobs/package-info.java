/// Tests of the module `jobs`.
@NullMarked
package dev.portico.jobs;

import org.jspecify.annotations.NullMarked;
