/// Tests of the module `audit`.
@NullMarked
package dev.portico.audit;

import org.jspecify.annotations.NullMarked;
