package dev.portico.access.internal;

import dev.portico.kernel.Reader;

/// Whose a draft is: an account's, whether it signed in or sent one of its tokens, or a service's.
///
/// @param subject of an account or a service
/// @param tokens  how the subjects of an account's tokens begin; what no subject begins with for a service
record DraftMaker(String subject, String tokens) {

    private static final String ACCOUNT = "account:";

    /// What no subject begins with.
    private static final String NO_TOKENS = "/";

    static DraftMaker of(Reader reader) {
        String subject = reader.subject();
        int slash = subject.indexOf('/');
        boolean own = subject.startsWith(TokenReaders.SUBJECT) && slash > 0;
        String account = own ? ACCOUNT + subject.substring(TokenReaders.SUBJECT.length(), slash) : subject;
        boolean person = account.startsWith(ACCOUNT);
        return new DraftMaker(
                account, person ? TokenReaders.SUBJECT + account.substring(ACCOUNT.length()) + '/' : NO_TOKENS);
    }

    boolean made(String by) {
        return by.equals(subject) || by.startsWith(tokens);
    }
}
