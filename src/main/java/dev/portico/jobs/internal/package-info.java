/// How jobs are run: db-scheduler picks what is due by row locks; the rest is rows.
@NullMarked
package dev.portico.jobs.internal;

import org.jspecify.annotations.NullMarked;
