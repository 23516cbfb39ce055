/// Tests of storage: the embedded server, the routes, backups and the object store.
@NullMarked
package dev.portico.storage;

import org.jspecify.annotations.NullMarked;
