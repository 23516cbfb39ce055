package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.server.communication.UidlWriter;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.NewAccount;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.Rule;
import dev.portico.access.Space;
import dev.portico.access.SpaceEdit;
import dev.portico.access.Spaces;
import dev.portico.access.TokenRequest;
import dev.portico.access.TokenSummary;
import dev.portico.access.Tokens;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.EntityCsv;
import dev.portico.catalog.SavedViews;
import dev.portico.catalog.Sharing;
import dev.portico.catalog.Sources;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Two spaces, and a secret word in every text of one of them. Whoever has every right in the other, and none
/// besides, never meets it: in no answer over HTTP, on no page, in no message to an open page, in no export, and in
/// no log of what they do. An admin meets it nearly everywhere, so that the test would see it.
final class SpaceCanariesTest extends ScreenTest {

    private static final Reader SYSTEM = Reader.system("tests");
    private static final String WORD = "kanarie";
    private static final String A_PLAIN = "canary-a";
    private static final String B = "canary-b";
    private static final String B_ROLE = "canary-b-all";
    private static final String QUERY = "?q=" + WORD + "&term=" + WORD + "&text=" + WORD + "&fullTextFilterTerm=" + WORD
            + "&what=component:canary-a/a-service&type=component&id=component:canary-a/a-service&prefix=" + WORD
            + "&facet=metadata.name&facet=spec.type&facet=metadata.tags&facet=relations.ownedBy&facet=spec.lifecycle"
            + "&from=1&version=1&entityRef=component:canary-a/a-service";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    private Sources sources;

    @Autowired
    private Catalog catalog;

    @Autowired
    private SavedViews views;

    @Autowired
    private Spaces spaces;

    @Autowired
    private Policies policies;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Accounts accounts;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private String secret = "";
    private Canary canary = new Canary("");
    private Reader inB = Reader.anonymous();
    private List<String> tokensOfB = List.of();
    private UUID tokenOfA = UUID.randomUUID();
    private int before;

    @BeforeEach
    void plant() {
        secret = "k" + UUID.randomUUID().toString().replace("-", "").substring(0, 11);
        canary = new Canary(secret);
        before = policies.inForce(SYSTEM).number();
        Space a = spaces.create(
                SYSTEM,
                "s-" + secret,
                "Space " + secret,
                "Described " + secret,
                Set.of(EntityRef.parse("group:canary-a/team"), EntityRef.parse("group:canary-a/g-" + secret)));
        spaces.change(SYSTEM, a.name(), 1, new SpaceEdit(null, null, null, Map.of("channel", "#" + secret)));
        spaces.create(SYSTEM, B, "Space B", "", Set.of(EntityRef.parse("group:canary-b/team")));
        push(B, B, canary.entity("b-service", "canary-b", "b", "team", "canary-b"));
        push("groups-" + secret, null, canary.groups());
        push("src-" + secret, a.name(), canary.secrets(0));
        push(A_PLAIN, a.name(), canary.broken());
        publish(a.name());
        AccountSummary account = accounts.create(
                SYSTEM,
                new NewAccount("canary-b-" + secret.substring(1, 6), "Bee", null, Set.of(), "four plain words here"));
        accounts.change(SYSTEM, account.id(), AccountEdit.roles(Set.of(B_ROLE)));
        inB = new Reader("account:" + account.name(), account.id(), "Bee", null, Set.of(), Set.of(B_ROLE), null);
        AccountSummary other = accounts.create(
                SYSTEM, new NewAccount("canary-" + secret, secret, null, Set.of("engineer"), "four plain words here"));
        Reader inA = new Reader("account:" + other.name(), other.id(), secret, null, Set.of(), Set.of("admin"), null);
        views.create("View " + secret, "?q=" + secret, Sharing.PRIVATE, inA);
        tokens.create(inA, TokenRequest.personal("p-" + secret, null));
        tokenOfA = tokens.create(
                        SYSTEM,
                        TokenRequest.service("t-" + secret, Set.of("engineer"), null)
                                .within(Set.of(a.name())))
                .token()
                .id();
        tokensOfB = List.of(
                tokens.create(inB, TokenRequest.personal("mine", null).within(Set.of(B)))
                        .text(),
                tokens.create(
                                SYSTEM,
                                TokenRequest.service("canary-b-" + secret.substring(1, 6), Set.of("admin"), null)
                                        .within(Set.of(B)))
                        .text());
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void unplant() {
        root().detachAppender(log);
        int now = policies.inForce(SYSTEM).number();
        policies.publish(
                SYSTEM, before, policies.policy(SYSTEM, before).summary().version(), now);
        for (TokenSummary token : tokens.all(SYSTEM, null, Tokens.LONGEST_LIST)) {
            if (token.spaces() != null) {
                tokens.revoke(SYSTEM, token.id());
            }
        }
        for (String source : List.of(B, A_PLAIN, "src-" + secret, "groups-" + secret)) {
            sources.remove(source, SYSTEM);
        }
        for (String name : List.of("s-" + secret, B)) {
            spaces.delete(SYSTEM, name, spaces.space(SYSTEM, name).version());
        }
        for (AccountSummary account : accounts.list(SYSTEM, "canary-", 100)) {
            if (account.name().startsWith("canary-")) {
                accounts.remove(SYSTEM, account.id());
            }
        }
    }

    @Test
    void no_answer_over_http_holds_the_word() throws Exception {
        List<String> leaks = new ArrayList<>();
        int alive = 0;
        int answered = 0;
        for (String path : routes()) {
            alive += ask("GET", path, TestPortal.ADMIN_TOKEN, "").body().contains(secret) ? 1 : 0;
            for (String token : tokensOfB) {
                HttpResponse<String> answer = ask("GET", path, token, "");
                answered += answer.statusCode() == 200 ? 1 : 0;
                leaks.addAll(leaks("GET " + path, answer));
            }
        }
        for (Map.Entry<String, String> question : questions().entrySet()) {
            alive += ask("POST", question.getKey(), TestPortal.ADMIN_TOKEN, question.getValue())
                            .body()
                            .contains(secret)
                    ? 1
                    : 0;
            for (String token : tokensOfB) {
                leaks.addAll(
                        leaks("POST " + question.getKey(), ask("POST", question.getKey(), token, question.getValue())));
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(alive).as("answers in which an admin meets it").isGreaterThan(15);
        assertThat(answered).as("answers that are no refusals").isGreaterThan(15);
        assertThat(logged()).doesNotContain(secret);
    }

    @Test
    void no_page_no_message_to_an_open_page_and_no_export_holds_the_word() {
        startAs(inB);
        List<String> leaks = new ArrayList<>();
        for (String page : Canary.pages()) {
            open(page);
            receive();
            if (uidl().contains(secret)) {
                leaks.add(page);
            }
        }
        open("catalog?q=" + WORD);
        push("src-" + secret, "s-" + secret, canary.secrets(1));
        push(B, B, canary.entity("b-service", "canary-b", "changed " + WORD, "team", "canary-b"));
        receive();
        if (uidl().contains(secret)) {
            leaks.add("push to the open list");
        }
        StringBuilder csv = new StringBuilder();
        EntityCsv table = EntityCsv.to(csv);
        catalog.each(CatalogQuery.everything(), inB, table::add);

        assertThat(leaks).isEmpty();
        assertThat(csv).contains("b-service").doesNotContain(secret);
        assertThat(logged()).doesNotContain(secret);

        startAs(ADMIN);
        open("catalog?namespace=canary-a");
        assertThat(uidl()).as("what an admin sees").contains(secret);
    }

    private List<String> leaks(String what, HttpResponse<String> answer) {
        return answer.body().contains(secret)
                        || answer.headers().map().toString().contains(secret)
                ? List.of(what + " " + answer.statusCode() + ": "
                        + answer.body()
                                .substring(Math.max(0, answer.body().indexOf(secret) - 80))
                                .lines()
                                .findFirst()
                                .orElse(""))
                : List.of();
    }

    /// Every route that the running portal has, with things of the other space in the place of its variables.
    private Set<String> routes() {
        Set<String> paths = new TreeSet<>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/") || pattern.startsWith("/actuator"))
                .forEach(pattern -> {
                    paths.add(filled(pattern, A_PLAIN, "a-service") + QUERY);
                    paths.add(filled(pattern, B, "b-service") + QUERY);
                    paths.add(filled(pattern, A_PLAIN, "a-service"));
                });
        paths.add("/api/portico/tokens?all=true");
        paths.add("/api/catalog/entities?filter=metadata.namespace=canary-a");
        paths.add("/api/catalog/entities?filter=relations.dependsOn=component:canary-b/b-service");
        paths.add("/api/catalog/entities/by-query?fullTextFilterTerm=" + WORD);
        return paths;
    }

    private String filled(String pattern, String place, String entity) {
        boolean things = pattern.contains("{kind}");
        Map<String, String> values = new HashMap<>(Map.of(
                "kind",
                "component",
                "namespace",
                place,
                "name",
                things ? entity : place,
                "id",
                tokenOfA.toString(),
                "number",
                Integer.toString(policies.inForce(SYSTEM).number()),
                "role",
                "canary-a-role"));
        StringBuilder filled = new StringBuilder();
        String left = pattern.replace("/**", "/x");
        while (left.contains("{")) {
            int open = left.indexOf('{');
            int close = left.indexOf('}', open);
            filled.append(left, 0, open).append(values.getOrDefault(left.substring(open + 1, close), "x"));
            left = left.substring(close + 1);
        }
        return filled.append(left).toString();
    }

    private Map<String, String> questions() {
        String refs = "{\"entityRefs\": [\"component:canary-a/a-service\", \"component:canary-b/b-service\","
                + " \"group:canary-a/team\"]}";
        return Map.of(
                "/api/catalog/entities/by-refs",
                refs,
                "/api/catalog/entities/by-query",
                "{}",
                "/api/catalog/locations/by-query",
                "{}",
                "/api/portico/access/decisions",
                "{\"permission\": \"catalog.entity.read\", \"thing\": \"component:canary-a/a-service\"}",
                "/api/portico/tokens/" + tokenOfA + "/rotation",
                "{}",
                "/api/portico/access/policies",
                "{\"note\": \"A draft\"}",
                "/api/portico/sources/preview",
                "{\"name\": \"canary-a\", \"type\": \"url\", \"target\": \"http://localhost:1/a\", \"space\": \"canary-b\"}");
    }

    /// All that the browser would be sent of the page as it is, rows included.
    private String uidl() {
        UI ui = UI.getCurrent();
        StringBuilder all = new StringBuilder(ui.getElement().getOuterHTML());
        grids(ui).forEach(grid -> grid.getDataProvider()
                .fetch(new Query<>(0, 1_000, List.of(), null, null))
                .forEach(all::append));
        ui.getInternals().getStateTree().prepareForResync();
        return all.append(new UidlWriter().createUidl(ui, false, true)).toString();
    }

    @SuppressWarnings("unchecked")
    private static List<Grid<Object>> grids(Component part) {
        List<Grid<Object>> grids = new ArrayList<>();
        if (part instanceof Grid<?> grid) {
            grids.add((Grid<Object>) grid);
        }
        part.getChildren().forEach(child -> grids.addAll(grids(child)));
        return grids;
    }

    private HttpResponse<String> ask(String method, String path, String token, String json) throws Exception {
        return TestPortal.of(context).call(token, method, path, json);
    }

    private String logged() {
        StringBuilder all = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            boolean theirs = event.getFormattedMessage().contains("canary-b");
            if (theirs) {
                all.append(event.getFormattedMessage()).append('\n');
            }
        }
        return all.toString();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private void publish(String spaceA) {
        PolicySummary draft = policies.draft(SYSTEM, null, "Canaries");
        PolicySummary put = draft;
        List<Role> roles = List.of(
                new Role(B_ROLE, "All in B", Set.of(), B, List.of(), List.of(Grant.allow("*", Condition.always()))),
                new Role(
                        "r-" + secret,
                        "Role " + secret,
                        Set.of(),
                        spaceA,
                        List.of(),
                        List.of(Grant.allow("catalog.entity.read", new Rule.TagHas("t-" + secret)))),
                new Role(
                        "canary-a-role",
                        "Role " + secret,
                        Set.of(),
                        spaceA,
                        List.of(),
                        List.of(Grant.allow("catalog.entity.read", new Rule.SpecEquals("type", secret)))));
        for (Role role : roles) {
            put = policies.put(SYSTEM, draft.number(), put.version(), role);
        }
        policies.publish(SYSTEM, draft.number(), put.version(), before);
    }

    private void push(String source, @org.jspecify.annotations.Nullable String space, String yaml) {
        sources.push(
                source,
                space,
                List.of(new DescriptorUpload(
                        (source.equals(B) ? B : secret) + ".yaml", yaml.getBytes(StandardCharsets.UTF_8))),
                SYSTEM);
    }
}
