package dev.portico.access.ui.frame;

/// The parts of the page Access, each with an address of its own. A new part is a line here.
public enum AccessTab {
    ROLES("Roles", "access", "access.policy.read"),
    PEOPLE("People", "access/people", "access.account.manage"),
    SPACES("Spaces", "access/spaces", "access.space.read"),
    TOKENS("Tokens", "access/tokens", "access.token.manage"),
    REQUESTS("Requests", "access/requests", "access.policy.read"),
    REVIEWS("Reviews", "access/reviews", "access.review.read"),
    POLICIES("Policies", "access/policies", "access.policy.read");

    private final String word;
    private final String address;
    private final String permission;

    AccessTab(String word, String address, String permission) {
        this.word = word;
        this.address = address;
        this.permission = permission;
    }

    /// The part's name.
    public String word() {
        return word;
    }

    /// Where it is, relative to the portal's root.
    public String address() {
        return address;
    }

    /// The permission that opens it; empty where everyone signed in may. The same as its view asks for.
    public String permission() {
        return permission;
    }
}
