/// The catalog's REST face under `/api/portico`: sources and entities. Calls the front doors and nothing else.
@NullMarked
package dev.portico.catalog.web;

import org.jspecify.annotations.NullMarked;
