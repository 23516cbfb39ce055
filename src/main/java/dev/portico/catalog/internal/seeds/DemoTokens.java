package dev.portico.catalog.internal.seeds;

import dev.portico.access.AccountSummary;
import dev.portico.access.TokenQuery;
import dev.portico.access.TokenRequest;
import dev.portico.access.TokenSummary;
import dev.portico.access.Tokens;
import dev.portico.audit.Audit;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tokens of the sample company: some of its people's and two of services, one of which belongs to a space. Their texts
/// are made up like any other and thrown away unread, so that nobody can use them. Personal ones go with the accounts,
/// and those of services are revoked with the sample company.
@Component
public final class DemoTokens {

    /// Brings the timetable in, as an operator of the trains' space.
    static final String SYNC = "timetable-sync";

    /// Reads for a dashboard that nobody looks at any more.
    static final String DASHBOARD = "old-dashboard";

    private static final Logger LOG = LoggerFactory.getLogger(DemoTokens.class);
    private static final Reader ACTOR = Reader.system("seeds");
    private static final String READ = "catalog.entity.read";
    private static final Duration SOON = Duration.ofDays(5);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration QUARTER = Duration.ofDays(90);

    private final Tokens tokens;
    private final Audit audit;

    DemoTokens(Tokens tokens, Audit audit) {
        this.tokens = tokens;
        this.audit = audit;
    }

    /// Makes those whose names are free, for the people who are there.
    void make(List<AccountSummary> people) {
        make(
                ACTOR,
                new TokenRequest(SYNC, true, Set.of("operator"), Set.of("catalog.source.*"), QUARTER)
                        .within(Set.of("operations")));
        make(ACTOR, new TokenRequest(DASHBOARD, true, Set.of("engineer"), Set.of(READ), SOON));
        for (AccountSummary person : people) {
            Reader reader = reader(person);
            switch (person.name()) {
                case "tomasz" -> {
                    make(reader, new TokenRequest("laptop", false, Set.of(), Set.of("catalog.*"), MONTH));
                    make(
                            reader,
                            new TokenRequest(
                                    "fares-ci", false, Set.of(), Set.of(READ, "catalog.entity.validate"), SOON));
                }
                case "marta" -> {
                    @Nullable
                    TokenSummary sheet =
                            make(reader, new TokenRequest("spreadsheet", false, Set.of(), Set.of(READ), MONTH));
                    if (sheet != null) {
                        tokens.revoke(reader, sheet.id());
                    }
                }
                default -> {
                    // the others have none
                }
            }
        }
    }

    /// Revokes those of services that were made.
    public void remove() {
        for (TokenSummary token : tokens.find(ACTOR, TokenQuery.ALL, null, Tokens.LONGEST_LIST)) {
            boolean ours = Set.of(SYNC, DASHBOARD).contains(token.name())
                    && token.owner() == null
                    && token.revokedAt() == null
                    && audit.recent("token", token.id().toString(), Tokens.LONGEST_LIST).stream()
                            .anyMatch(row -> row.before() == null && row.actor().equals(ACTOR.subject()));
            if (ours) {
                tokens.revoke(ACTOR, token.id());
            }
        }
    }

    private @Nullable TokenSummary make(Reader reader, TokenRequest request) {
        try {
            return tokens.create(reader, request).token();
        } catch (Refusal.Conflict | Refusal.NotFound | Refusal.InvalidInput | Refusal.Forbidden otherwise) {
            LOG.atInfo().log("The sample company has no token {}: {}", request.name(), otherwise.reason());
            return null;
        }
    }

    static Reader reader(AccountSummary account) {
        return new Reader(
                "account:" + account.name(),
                account.id(),
                account.displayName(),
                null,
                Set.of(),
                account.roles(),
                null);
    }
}
