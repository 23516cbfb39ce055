/// Benchmarks, run by `./portico bench NAME` and never by the tests.
@NullMarked
package dev.portico.bench;

import org.jspecify.annotations.NullMarked;
