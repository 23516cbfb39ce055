package dev.portico.access.ui.policy;

/// Who did something to a policy, as people say it.
final class SubjectWords {

    private static final String ACCOUNT = "account:";
    private static final String TOKEN = "token:";
    private static final String SYSTEM = "system:";

    private SubjectWords() {}

    /// @param subject of a reader, such as `account:jane`, `token:jane/laptop`, `token:ci` or `system:start`
    static String of(String subject) {
        if (subject.startsWith(ACCOUNT)) {
            return subject.substring(ACCOUNT.length());
        }
        if (subject.startsWith(TOKEN)) {
            String name = subject.substring(TOKEN.length());
            int slash = name.indexOf('/');
            return slash < 0
                    ? "the token " + name
                    : name.substring(0, slash) + " by the token " + name.substring(slash + 1);
        }
        return subject.startsWith(SYSTEM) ? "Portico (" + subject.substring(SYSTEM.length()) + ")" : subject;
    }
}
