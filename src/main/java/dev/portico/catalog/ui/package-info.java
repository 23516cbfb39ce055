/// The catalog's screens: the list, an entity's page, the sources and how to register one.
///
/// Views ask the front doors [dev.portico.catalog.Catalog] and [dev.portico.catalog.Sources], never the database, and
/// hold no reader: rights are asked anew at each step. Every filter stands in the address, so that a link shows what
/// its sender saw.
@NullMarked
package dev.portico.catalog.ui;

import org.jspecify.annotations.NullMarked;
