package dev.portico.access.ui.policy;

import dev.portico.access.Role;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Changes the role that a page shows.
interface RoleEdit {

    /// Changes it, and leaves what is shown of it as it is: who typed sees it already.
    ///
    /// @return why it was refused; empty where it was not
    Optional<String> change(UnaryOperator<Role> change);

    /// Changes it and shows it anew.
    ///
    /// @param open the number of the grant that is open then; -1 for none
    Optional<String> change(UnaryOperator<Role> change, int open);

    /// The number of the draft that changes are in; null before the first.
    @Nullable
    Integer draft();
}
