/// Reads every setting before anything is started, so that one that does not fit ends the start within its first
/// second, in one line that names the setting, what it is and what is allowed. Nothing else uses what is read here:
/// the settings records are bound once more where they are injected.
@NullMarked
package dev.portico.storage.internal.settings;

import org.jspecify.annotations.NullMarked;
