/// How secrets are kept: the keys that a node has, and the rows that they encrypt.
@NullMarked
package dev.portico.secrets.internal;

import org.jspecify.annotations.NullMarked;
