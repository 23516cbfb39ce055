package dev.portico.catalog.internal.seeds;

import dev.portico.access.AccessRequests;
import dev.portico.access.AccountSummary;
import dev.portico.access.NewAccessRequest;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What two people of the sample company have asked for. Their requests go with their accounts.
@Component
final class DemoRequests {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRequests.class);
    private static final List<Wish> WISHES = List.of(
            new Wish(
                    "tomasz",
                    new NewAccessRequest(
                            "catalog.source.register",
                            null,
                            "passenger",
                            "The new rounding rules of the fare engine get a repository of their own, and I want to"
                                    + " register it before the release on Thursday.",
                            7)),
            new Wish(
                    "marta",
                    new NewAccessRequest(
                            "audit.entry.read",
                            null,
                            null,
                            "Fare audit of the third quarter: I have to show who changed which source of ticketing, and"
                                    + " when.",
                            30)));

    private final AccessRequests requests;

    DemoRequests(AccessRequests requests) {
        this.requests = requests;
    }

    /// Asks, for those of the accounts that want something.
    void make(List<AccountSummary> accounts) {
        for (Wish wish : WISHES) {
            accounts.stream()
                    .filter(account -> account.name().equals(wish.account))
                    .forEach(account -> ask(account, wish.asked));
        }
    }

    private void ask(AccountSummary account, NewAccessRequest asked) {
        Reader reader = new Reader(
                "account:" + account.name(),
                account.id(),
                account.displayName(),
                null,
                Set.of(),
                account.roles(),
                null);
        try {
            requests.ask(reader, asked);
        } catch (Refusal.Conflict | Refusal.InvalidInput | Refusal.NotFound otherwise) {
            LOG.atInfo().log("{} asks for nothing: {}", account.name(), otherwise.reason());
        }
    }

    private record Wish(String account, NewAccessRequest asked) {}
}
