/// The two object stores: a folder, and a bucket of an S3-compatible service.
@NullMarked
package dev.portico.storage.internal.objects;

import org.jspecify.annotations.NullMarked;
