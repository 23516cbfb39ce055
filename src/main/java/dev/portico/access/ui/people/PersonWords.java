package dev.portico.access.ui.people;

import dev.portico.access.AccountSummary;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Explanation.Holding;
import dev.portico.access.Explanation.Way;
import dev.portico.access.Person;
import dev.portico.kernel.EntityRef;
import dev.portico.look.RelativeTime;
import dev.portico.look.State;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// People in words.
final class PersonWords {

    /// How many of some things a cell names.
    static final int FEW = 2;

    private PersonWords() {}

    /// The page of an account, relative to the portal's root.
    static String address(AccountSummary account) {
        return PeopleFilter.PATH + '/' + account.name();
    }

    /// The account's name, and the mail address where one is known.
    static String second(Person person) {
        AccountSummary account = person.account();
        return account.email() == null ? account.name() : account.name() + " · " + account.email();
    }

    /// By what it signs in: a password, or the provider's host.
    static String signIn(Person person) {
        return Optional.ofNullable(person.account().issuer())
                .map(PersonWords::host)
                .orElse("Password");
    }

    private static String host(String issuer) {
        try {
            return Optional.ofNullable(URI.create(issuer).getHost()).orElse(issuer);
        } catch (IllegalArgumentException noAddress) {
            return issuer;
        }
    }

    static String groups(Person person) {
        List<String> names =
                person.groups().stream().map(EntityRef::shortName).sorted().toList();
        return names.stream().limit(FEW).collect(Collectors.joining(", "))
                + (names.size() > FEW ? " " + more(names.size()) : "");
    }

    /// How many more there are than a cell names; empty for none.
    static String more(int all) {
        return all > FEW ? "+" + (all - FEW) : "";
    }

    /// The roles held by themselves: what they include goes without saying. What was given comes first.
    static List<String> roles(Person person) {
        List<HeldRole> own = person.roles().stream().filter(PersonWords::own).toList();
        return Stream.concat(
                        own.stream().filter(PersonWords::given), own.stream().filter(role -> !given(role)))
                .map(HeldRole::role)
                .toList();
    }

    private static boolean own(HeldRole role) {
        return role.holdings().stream().anyMatch(holding -> holding.way() != Way.INCLUDED);
    }

    static boolean given(HeldRole role) {
        return role.holdings().stream().anyMatch(holding -> holding.way() == Way.ACCOUNT);
    }

    static String seen(Person person) {
        Instant seen = person.account().lastSeenAt();
        return seen == null ? "Never" : RelativeTime.words(seen, Instant.now());
    }

    static State state(Person person) {
        return person.account().enabled() ? State.PASSED : State.NA;
    }

    /// How a role is held, as a part of a sentence.
    static String way(Holding holding) {
        String words =
                switch (holding.way()) {
                    case ACCOUNT, TOKEN -> "given to the account";
                    case USER -> "as a member by name";
                    case GROUP -> "by the group " + group(holding.through());
                    case EVERYONE -> "as everyone signed in";
                    case INCLUDED -> "by the role " + holding.through();
                };
        return holding.until() == null ? words : words + ", until " + RelativeTime.exact(holding.until());
    }

    private static String group(String ref) {
        return EntityRef.parse(ref).shortName();
    }
}
