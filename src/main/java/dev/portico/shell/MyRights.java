package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.access.Access;
import dev.portico.access.Condition;
import dev.portico.access.Explanation;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Explanation.Holding;
import dev.portico.access.Explanation.Outcome;
import dev.portico.access.Explanation.SeenGrant;
import dev.portico.access.Explanation.Way;
import dev.portico.access.Grant;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Scope;
import dev.portico.kernel.Reader;
import dev.portico.look.Badge;
import dev.portico.look.Card;
import dev.portico.look.Note;
import dev.portico.look.RelativeTime;
import dev.portico.look.State;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the reader may do and why: for each permission that they hold its sentence, the roles that it comes through,
/// under which conditions and until when.
@org.springframework.stereotype.Component
final class MyRights {

    private final Access access;
    private final Permissions permissions;

    MyRights(Access access, Permissions permissions) {
        this.access = access;
        this.permissions = permissions;
    }

    Card card(Reader reader) {
        Map<String, List<Permission>> modules = new TreeMap<>();
        permissions.all().stream()
                .filter(permission -> access.open(reader, permission))
                .forEach(permission -> modules.computeIfAbsent(module(permission), any -> new ArrayList<>())
                        .add(permission));
        long held = modules.values().stream().mapToLong(List::size).sum();
        Card card = new Card("What you may do")
                .count(held + " of " + permissions.all().size() + " permissions");
        if (modules.isEmpty()) {
            return card.body(new Note(State.WARNING, "You may do nothing yet.")
                    .say("None of your roles allows anything. Ask for what you need beside this."));
        }
        Div groups = new Div();
        groups.addClassName("rights");
        modules.forEach((module, each) -> {
            UnorderedList list = new UnorderedList();
            each.forEach(permission -> list.add(line(permission, reader)));
            groups.add(new H3(Words.capital(module)), list);
        });
        return card.body(groups);
    }

    private ListItem line(Permission permission, Reader reader) {
        Explanation why = access.decide(reader, permission).reasons();
        Div head = new Div(new Span(permission.sentence()));
        head.addClassNames("row", "wrap");
        if (!(access.scope(reader, permission) instanceof Scope.All)) {
            head.add(new Badge("With conditions"));
        }
        ListItem line = new ListItem(head, Text.mono(permission.name()).styled("hint"));
        List<SeenGrant> grants = why.grants().stream()
                .filter(grant -> grant.outcome() == Outcome.HOLDS || grant.outcome() == Outcome.NEEDS_THING)
                .toList();
        Set<String> said = new HashSet<>();
        for (SeenGrant grant : grants) {
            Component reason = reason(grant, why.roles());
            if (!addsNothing(grant, grants) && said.add(reason.getElement().getTextRecursively())) {
                line.add(reason);
            }
        }
        return line;
    }

    /// Whether the same role allows it more widely too, as one does that is held everywhere and in a space besides.
    private static boolean addsNothing(SeenGrant narrow, List<SeenGrant> all) {
        return narrow.grant().allows()
                && all.stream()
                        .filter(wide -> wide.grant().allows() && wide.role().equals(narrow.role()))
                        .anyMatch(wide ->
                                isPart(wide.grant().condition(), narrow.grant().condition()));
    }

    private static boolean isPart(Condition part, Condition whole) {
        return !part.equals(whole)
                && (part.equals(Condition.always())
                        || (whole instanceof Condition.AllOf(List<Condition> parts) && parts.contains(part)));
    }

    private static Component reason(SeenGrant seen, List<HeldRole> roles) {
        Grant grant = seen.grant();
        String where = grant.condition().equals(Condition.always())
                ? ""
                : ", where " + grant.condition().words();
        Div reason = new Div(
                new Span(grant.allows() ? "Through the role " : "Not, by the role "),
                Text.mono(seen.role()),
                new Span(way(seen.role(), roles) + where));
        reason.addClassNames("small", "second");
        until(seen.role(), roles, new HashSet<>())
                .ifPresent(end -> reason.add(new Span(", ends "), new RelativeTime(end)));
        return reason;
    }

    private static String way(String role, List<HeldRole> roles) {
        List<String> ways =
                holdings(role, roles).stream().map(MyRights::words).distinct().toList();
        return ways.isEmpty() ? "" : " (" + String.join("; ", ways) + ")";
    }

    private static String words(Holding holding) {
        return switch (holding.way()) {
            case ACCOUNT -> holding.until() == null ? "given to your account" : "given to you for a time";
            case TOKEN -> "given to the token";
            case USER -> "you are a member";
            case GROUP -> "as a member of " + holding.through();
            case EVERYONE -> "everyone signed in has it";
            case INCLUDED -> "part of " + holding.through();
        };
    }

    /// When a role ends whichever way it is held; empty where it does not.
    static Optional<Instant> until(String role, List<HeldRole> roles, Set<String> seen) {
        @Nullable Instant last = null;
        if (!seen.add(role)) {
            return Optional.empty();
        }
        for (Holding holding : holdings(role, roles)) {
            Optional<Instant> end = holding.way() == Way.INCLUDED
                    ? until(holding.through(), roles, seen)
                    : Optional.ofNullable(holding.until());
            if (end.isEmpty()) {
                return Optional.empty();
            }
            last = last == null || end.get().isAfter(last) ? end.get() : last;
        }
        return Optional.ofNullable(last);
    }

    private static List<Holding> holdings(String role, List<HeldRole> roles) {
        return roles.stream()
                .filter(held -> Objects.equals(held.role(), role))
                .flatMap(held -> held.holdings().stream())
                .toList();
    }

    private static String module(Permission permission) {
        return permission.name().substring(0, permission.name().indexOf('.'));
    }
}
