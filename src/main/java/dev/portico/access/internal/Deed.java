package dev.portico.access.internal;

import dev.portico.access.Permission;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import org.jspecify.annotations.Nullable;

/// What somebody does, as the audit trail calls it, and the permission that decides about it. Many deeds take one
/// permission; whoever reads the trail asks for the deed.
///
/// @param name       the form is that of a permission: `access.account.disable`
/// @param permission what it takes; an account's own deeds take the scope of that permission alone
record Deed(String name, Permission permission) {

    static final Deed CREATE_ACCOUNT = account("create");
    /// Another name to show or another mail address.
    static final Deed CHANGE_ACCOUNT = account("change");
    /// Roles given or taken.
    static final Deed ASSIGN_ROLES = account("assign");
    static final Deed DISABLE_ACCOUNT = account("disable");
    static final Deed ENABLE_ACCOUNT = account("enable");
    static final Deed DELETE_ACCOUNT = account("delete");
    static final Deed SET_PASSWORD = account("set-password");
    static final Deed CHANGE_PASSWORD = own("access.account.change-password");
    static final Deed MAKE_RESET_LINK = account("make-reset-link");
    static final Deed USE_RESET_LINK = own("access.account.use-reset-link");
    /// All sessions of an account at once.
    static final Deed SIGN_OUT = account("sign-out");
    static final Deed SIGN_OUT_ONESELF = own(SIGN_OUT.name);
    /// One session, by the list of them.
    static final Deed REVOKE_SESSION = new Deed("access.session.revoke", AccessPermissions.MANAGE_ACCOUNTS);
    static final Deed REVOKE_OWN_SESSION = own(REVOKE_SESSION.name);
    static final Deed BREAK_GLASS = account("break-glass");

    static final Deed CREATE_TOKEN = token("create");
    static final Deed CREATE_OWN_TOKEN = CREATE_TOKEN.by(AccessPermissions.OWN_TOKENS);
    static final Deed ROTATE_TOKEN = token("rotate");
    static final Deed ROTATE_OWN_TOKEN = ROTATE_TOKEN.by(AccessPermissions.OWN_TOKENS);
    static final Deed REVOKE_TOKEN = token("revoke");
    static final Deed REVOKE_OWN_TOKEN = REVOKE_TOKEN.by(AccessPermissions.OWN_TOKENS);
    /// Ended by whoever knew its text.
    static final Deed REPORT_LEAK = token("report-leak");
    /// A space that a token was limited to is no more.
    static final Deed LEAVE_SPACE = token("leave-space");

    static final Deed CREATE_SPACE = of(AccessPermissions.CREATE_SPACE);
    static final Deed CHANGE_SPACE = new Deed("access.space.change", AccessPermissions.MANAGE_SPACE);
    static final Deed DELETE_SPACE = new Deed("access.space.delete", AccessPermissions.MANAGE_SPACE);

    static final Deed STORE_SECRET = secret("store");
    static final Deed REMOVE_SECRET = secret("remove");
    static final Deed ROTATE_SECRETS = secret("rotate");

    static final Deed BEGIN_DRAFT = draft("access.policy.begin");
    static final Deed DESCRIBE_DRAFT = draft("access.policy.describe");
    static final Deed IMPORT_ROLES = draft("access.policy.import");
    static final Deed DISCARD_DRAFT = draft("access.policy.discard");
    static final Deed CHANGE_ROLE = draft("access.role.change");
    static final Deed REMOVE_ROLE = draft("access.role.remove");
    static final Deed PUBLISH_POLICY = of(AccessPermissions.PUBLISH_POLICY);

    static final Deed START_REVIEW = review("start");
    static final Deed CHANGE_REVIEW = review("change");
    static final Deed CLOSE_REVIEW = review("close");
    static final Deed DECIDE_IN_REVIEW = of(AccessPermissions.DECIDE_REVIEW);

    /// Approve or deny, where it is not known which.
    static final Deed ANSWER_REQUEST = new Deed("access.request.answer", AccessPermissions.EDIT_ROLE);
    static final Deed DENY_REQUEST = new Deed("access.request.deny", AccessPermissions.EDIT_ROLE);
    static final Deed APPROVE_REQUEST = new Deed("access.request.approve", AccessPermissions.PUBLISH_POLICY);
    static final Deed MAKE_REQUEST = own("access.request.make");
    static final Deed WITHDRAW_REQUEST = own("access.request.withdraw");

    /// A deed that is called like its permission.
    static Deed of(Permission permission) {
        return new Deed(permission.name(), permission);
    }

    /// The same deed, decided by another permission.
    Deed by(Permission other) {
        return new Deed(name, other);
    }

    /// Done by somebody who holds the permission.
    Change done(Reader reader, String type, String id, @Nullable String before, @Nullable String after) {
        return Change.done(reader, name, type, id, before, after).by(permission.name());
    }

    /// Done where nobody's permission decided: by the portal itself, its host, or whoever proves it otherwise.
    Change byItself(Reader reader, String type, String id, @Nullable String before, @Nullable String after) {
        return Change.done(reader, name, type, id, before, after);
    }

    Change refused(Reader reader, String type, String id) {
        return refused(reader, type, id, null);
    }

    /// @param tried more of what was tried, as JSON
    Change refused(Reader reader, String type, String id, @Nullable String tried) {
        return Change.refused(reader, name, type, id, tried).by(permission.name());
    }

    private static Deed account(String verb) {
        return new Deed("access.account." + verb, AccessPermissions.MANAGE_ACCOUNTS);
    }

    private static Deed own(String name) {
        return new Deed(name, AccessPermissions.OWN_ACCOUNT);
    }

    private static Deed token(String verb) {
        return new Deed("access.token." + verb, AccessPermissions.MANAGE_TOKENS);
    }

    private static Deed secret(String verb) {
        return new Deed("secrets.secret." + verb, AccessPermissions.MANAGE_SECRETS);
    }

    private static Deed review(String verb) {
        return new Deed("access.review." + verb, AccessPermissions.MANAGE_REVIEW);
    }

    private static Deed draft(String name) {
        return new Deed(name, AccessPermissions.EDIT_ROLE);
    }
}
