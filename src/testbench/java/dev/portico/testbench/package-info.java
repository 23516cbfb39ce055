/// End-to-end tests with Vaadin TestBench, compiled by the Maven profile `testbench` alone.
///
/// TestBench is commercial and asks for a licence as soon as one of its classes is used. These tests therefore run
/// where a key is set, and are skipped elsewhere.
@NullMarked
package dev.portico.testbench;

import org.jspecify.annotations.NullMarked;
