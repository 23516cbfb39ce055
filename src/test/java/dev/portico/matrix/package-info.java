/// Who gets what from every route: a table that people wrote and read, `src/test/resources/access/matrix.txt`, held
/// against the running portal. [dev.portico.matrix.MatrixTest] walks it; [dev.portico.matrix.Callers] are its columns,
/// [dev.portico.matrix.Things] what is asked about. The table is no output of anything: where it and the portal differ,
/// one of the two is wrong, and somebody has to say which.
@NullMarked
package dev.portico.matrix;

import org.jspecify.annotations.NullMarked;
