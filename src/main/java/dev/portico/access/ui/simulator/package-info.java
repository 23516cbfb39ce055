/// The simulator beside a role: what one decision would be and why, in a draft or an old policy and in force side by
/// side; how much somebody could act on; who may do something; and what that policy would change of what people really
/// asked for.
@NullMarked
package dev.portico.access.ui.simulator;

import org.jspecify.annotations.NullMarked;
