/// Shared Vaadin parts, so that every screen shows the same thing in the same way.
///
/// A view is a [Page]: a header with title, count, actions and tabs, and a body that scrolls. It is composed of small
/// parts: [Card], [Facts], [Badge], [Note], [EmptyState], [CodeBlock], [EntityLink], [RelativeTime], [KeyFigure].
/// Whatever may take longer than a blink is an [AsyncPanel], which shows a skeleton of the final size meanwhile and a
/// note with a reference where it fails. Signs come from [Symbol]; every value of the look is a custom property in
/// `themes/portico/tokens.css`.
///
/// The module knows no front door but the kernel's words, holds no state beyond what a part shows, and sets no inline
/// styles.
@NullMarked
@ApplicationModule(
        displayName = "Look",
        allowedDependencies = {"kernel"})
package dev.portico.look;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
