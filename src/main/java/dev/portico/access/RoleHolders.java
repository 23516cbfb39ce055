package dev.portico.access;

import dev.portico.kernel.Reader;
import java.util.Map;

/// Who holds roles, beside the members that a policy names: accounts and service tokens are given roles themselves.
public interface RoleHolders {

    /// How many enabled accounts and living service tokens were given each role, by its name; without roles that nobody
    /// was given. One question to the database.
    ///
    /// @throws dev.portico.kernel.Refusal.Forbidden where the reader may see no role at all
    Map<String, Given> given(Reader reader);

    /// How many were given a role.
    record Given(long accounts, long tokens) {

        /// Nobody was.
        public static final Given NOBODY = new Given(0, 0);
    }
}
