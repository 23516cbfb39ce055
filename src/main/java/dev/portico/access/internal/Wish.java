package dev.portico.access.internal;

import dev.portico.access.AccessRequest;
import dev.portico.access.NewAccessRequest;
import org.jspecify.annotations.Nullable;

/// What an account wants to be allowed, whether it has asked yet or not.
///
/// @param permission the name of a permission
/// @param thing      the id of a thing; null for none
/// @param space      the name of a space; null for none
/// @param account    the name of the account
record Wish(
        String permission, @Nullable String thing, @Nullable String space, String account) {

    static Wish of(AccessRequest request) {
        return new Wish(request.permission(), request.thing(), request.space(), request.name());
    }

    static Wish of(NewAccessRequest asked, String account) {
        return new Wish(asked.permission(), asked.thing(), asked.space(), account);
    }
}
