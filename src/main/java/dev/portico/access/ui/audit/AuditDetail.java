package dev.portico.access.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.AuditNames.Told;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.audit.AuditEntry;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.EntityLink;
import dev.portico.look.Facts;
import dev.portico.look.RelativeTime;
import dev.portico.look.State;
import dev.portico.look.StateLine;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One row of the trail beside the list: who, what, and what it changed.
final class AuditDetail extends Aside {

    private static final String ENTITY = "catalog-entity";
    private static final String SOURCE = "catalog-source";
    private static final String POLICY = "policy";

    private final transient Runnable close;

    AuditDetail(Runnable close) {
        this.close = close;
        addClassNames("preview", "audit-detail");
        getElement().setAttribute("aria-label", "Row of the trail");
        setVisible(false);
    }

    /// @param told   what people call who did it, and the thing
    /// @param filter what the list shows; links narrow it
    void show(@Nullable AuditEntry row, @Nullable Told told, AuditFilter filter) {
        removeAll();
        setVisible(row != null);
        if (row == null || told == null) {
            return;
        }
        Div words = new Div(
                new H2(row.action()), Text.hint(RelativeTime.exact(row.at())).styled("small"));
        words.addClassName("words");
        add(new Header(words, Actions.sign(Symbol.X, "Close the row", close)));
        add(row.refused() ? new StateLine(State.FAILED, "Refused") : new StateLine(State.PASSED, "Done"));
        if (row.reason() != null) {
            add(Text.second(row.reason()));
        }
        add(facts(row, told, filter));
        boolean tried = row.refused() && row.after() != null;
        add(new H3(tried ? "What was tried" : "What changed"), new RecordedChange(row));
    }

    /// A thing in words: its type and its id.
    static String thing(AuditEntry row) {
        return row.thingId().isEmpty() ? row.thingType() : row.thingType() + " " + row.thingId();
    }

    /// Where a row stands in the chain.
    static String place(AuditEntry row) {
        return row.row() == null ? "Waiting" : Words.number(row.row());
    }

    private static Facts facts(AuditEntry row, Told told, AuditFilter filter) {
        AuditFilter wider = filter.withRow("");
        Facts facts = new Facts()
                .fact("Who", named(account(row.actor()), told.actor(), row.actor()))
                .fact("", new Anchor(wider.withActor(row.actor()).address(), "All rows by them"))
                .fact("Thing", named(address(row), told.thing(), row.thingId()))
                .fact(
                        "",
                        new Anchor(
                                wider.withThing(row.thingType(), row.thingId()).address(), "All rows about it"))
                .fact("Row", row.row() == null ? "Waits to be linked" : place(row));
        compared(row).ifPresent(link -> facts.fact("Difference", link));
        if (row.permission() != null) {
            facts.fact("Permission", Text.mono(row.permission()).styled("wrap-anywhere"));
        }
        if (row.request() != null) {
            facts.fact("Request", Text.mono(row.request()).styled("wrap-anywhere"));
        }
        return facts;
    }

    /// Where a policy took the place of another, the two beside each other.
    private static Optional<Component> compared(AuditEntry row) {
        if (!row.thingType().equals(POLICY) || row.refused()) {
            return Optional.empty();
        }
        int before = policy(row.before());
        int after = policy(row.after());
        return before > 0 && after > 0 && before != after
                ? Optional.of(new Anchor(
                        AccessTab.POLICIES.address() + "?from=" + before + "&to=" + after,
                        "Policy " + before + " and policy " + after))
                : Optional.empty();
    }

    private static int policy(@Nullable String recorded) {
        return recorded == null
                ? 0
                : JsonMapper.shared().readTree(recorded).path("number").asInt(0);
    }

    /// A name that leads to its page, where there is one, with what programs call it as its title.
    private static Component named(Optional<String> address, String words, String id) {
        HtmlContainer name =
                address.<HtmlContainer>map(to -> new Anchor(to, words)).orElseGet(() -> new Span(words));
        name.setTitle(id);
        return name;
    }

    /// The page of the account behind a subject.
    private static Optional<String> account(String subject) {
        String name = subject.startsWith("token:") && subject.contains("/")
                ? subject.substring("token:".length(), subject.indexOf('/'))
                : subject.startsWith("account:") ? subject.substring("account:".length()) : "";
        return name.isEmpty() ? Optional.empty() : Optional.of("access/people/" + name);
    }

    /// Refused rows of older portals name accounts by an id, which no page has in its address.
    private static Optional<String> accountPage(String thing) {
        try {
            UUID.fromString(thing);
            return Optional.empty();
        } catch (IllegalArgumentException name) {
            return Optional.of("access/people/" + thing);
        }
    }

    /// The page of the thing, where things of its type have one. Whether the reader may open it is that page's matter.
    private static Optional<String> address(AuditEntry row) {
        return switch (row.thingType()) {
            case ENTITY -> reference(row.thingId()).map(EntityLink::address);
            case SOURCE -> Optional.of("sources/" + row.thingId());
            case "account" -> accountPage(row.thingId());
            case "access-space" -> Optional.of("access/spaces/" + row.thingId());
            case "access-role" -> Optional.of("access?role=" + row.thingId());
            case POLICY ->
                Optional.of("access?policy=" + row.thingId()
                        + RecordedChange.role(row)
                                .map(role -> "&role=" + role.name())
                                .orElse(""));
            case "access-review" -> Optional.of("access/reviews/" + row.thingId());
            case "access-request" -> Optional.of("access/requests?request=" + row.thingId());
            case "token" -> Optional.of("access/tokens?state=any");
            default -> Optional.empty();
        };
    }

    private static Optional<EntityRef> reference(String id) {
        try {
            return Optional.of(EntityRef.parse(id));
        } catch (Refusal.InvalidInput noReference) {
            return Optional.empty();
        }
    }
}
