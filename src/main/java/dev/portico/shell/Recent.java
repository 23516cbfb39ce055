package dev.portico.shell;

import dev.portico.look.Symbol;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that the reader has opened lately and may still open.
///
/// @param address   its page, relative to the portal's root
/// @param label     what to call it
/// @param hint      what it is, in third ink
/// @param symbol    its sign
/// @param kindClass the style class that colours its tile; null for a page of the portal
/// @param at        when it was opened last
record Recent(
        String item,
        String address,
        String label,
        String hint,
        Symbol symbol,
        @Nullable String kindClass,
        Instant at) {}
