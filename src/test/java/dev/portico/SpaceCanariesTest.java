package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.server.communication.UidlWriter;
import dev.portico.access.AccessRequests;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.NewAccessRequest;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final String A_PLAIN = "canary-a";
    private static final String B = "canary-b";
    private static final String B_ROLE = "canary-b-all";
    private static final String A_ROLE = "canary-a-all";

    /// The beginning of the names of the threads that serve requests.
    private static final String REQUESTS = "tomcat-handler";

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(SpaceCanariesTest.class);

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

    @Autowired
    private AccessRequests requests;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private String secret = "";
    private Canary canary = new Canary("");
    private Reader inB = Reader.anonymous();
    private Reader inBoth = Reader.anonymous();
    private List<String> tokensOfB = List.of();
    private UUID tokenOfA = UUID.randomUUID();
    private CanaryCalls calls = new CanaryCalls(List.of(), tokenOfA, 0);
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
        inBoth = new Reader(
                "account:canary-both", UUID.randomUUID(), "Both", null, Set.of(), Set.of(B_ROLE, A_ROLE), null);
        AccountSummary other = accounts.create(
                SYSTEM, new NewAccount("canary-" + secret, secret, null, Set.of("engineer"), "four plain words here"));
        Reader inA = new Reader("account:" + other.name(), other.id(), secret, null, Set.of(), Set.of("admin"), null);
        requests.ask(
                new Reader("account:" + other.name(), other.id(), secret, null, Set.of(), Set.of("engineer"), null),
                new NewAccessRequest(
                        "catalog.entity.delete", "component:canary-a/a-service", null, "Since " + secret, null));
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
        calls = new CanaryCalls(mappings, tokenOfA, policies.inForce(SYSTEM).number());
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void unplant() {
        root().detachAppender(log);
        int now = policies.inForce(SYSTEM).number();
        policies.publish(
                SYSTEM, before, policies.policy(SYSTEM, before).summary().version(), now);
        for (PolicySummary policy : policies.list(SYSTEM, null, Policies.LONGEST_LIST)) {
            if (policy.state() == PolicySummary.State.DRAFT && policy.note().equals("A draft")) {
                policies.discard(SYSTEM, policy.number(), policy.version());
            }
        }
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
        for (String path : calls.routes()) {
            alive += ask("GET", path, TestPortal.ADMIN_TOKEN, "").body().contains(secret) ? 1 : 0;
        }
        for (CanaryCalls.Question question : calls.questions()) {
            HttpResponse<String> answer =
                    ask(question.method(), question.path(), TestPortal.ADMIN_TOKEN, question.body());
            alive += answer.body().contains(secret) ? 1 : 0;
        }
        begin();
        for (String token : tokensOfB) {
            for (String path : calls.routes()) {
                HttpResponse<String> answer = ask("GET", path, token, "");
                answered += answer.statusCode() == 200 ? 1 : 0;
                leaks.addAll(leaks("GET " + path, answer));
            }
            for (CanaryCalls.Question question : calls.questions()) {
                HttpResponse<String> answer = ask(question.method(), question.path(), token, question.body());
                leaks.addAll(leaks(question.method() + " " + question.path(), answer));
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(alive).as("answers in which an admin meets it").isGreaterThan(15);
        assertThat(answered).as("answers that are no refusals").isGreaterThan(15);
        assertThat(logged(REQUESTS))
                .as("a line for nearly each of their requests")
                .hasSizeGreaterThan(calls.routes().size())
                .anyMatch(line -> line.contains("GET /api/portico/me 200"))
                .noneMatch(line -> line.contains(secret));
    }

    @Test
    void no_page_no_message_to_an_open_page_and_no_export_holds_the_word() throws Exception {
        assertThat(pagesWithTheWord(inBoth))
                .as("pages on which whoever has rights in both spaces meets it")
                .containsAll(Canary.telling());
        begin();
        List<String> leaks = new ArrayList<>(pagesWithTheWord(inB));
        open("catalog/canary-b/component/b-service");
        assertThat(words()).as("what is theirs").contains("b-service");

        open("catalog?q=" + Canary.WORD);
        push("src-" + secret, "s-" + secret, canary.secrets(1) + "---\n" + canary.another());
        String changed = canary.entity("b-service", "canary-b", "changed " + Canary.WORD, "team", "canary-b");
        push(B, B, changed + "---\n" + canary.entity("b-new", "canary-b", "new", "team", "canary-b"));
        Eventually.passes(Duration.ofSeconds(10), () -> {
            receive();
            assertThat(words()).as("what is told of one's own space alone").contains("1 changed");
        });
        if (uidl().contains(secret)) {
            leaks.add("push to the open list");
        }
        StringBuilder csv = new StringBuilder();
        EntityCsv table = EntityCsv.to(csv);
        catalog.each(CatalogQuery.everything(), inB, table::add);

        assertThat(leaks).isEmpty();
        assertThat(csv).contains("b-service").doesNotContain(secret);
        assertThat(logged(Thread.currentThread().getName()))
                .as("what is logged while pages are made")
                .hasSizeGreaterThanOrEqualTo(Canary.pages().size())
                .noneMatch(line -> line.contains(secret));

        startAs(ADMIN);
        open("catalog?namespace=canary-a");
        assertThat(uidl()).as("what an admin sees").contains(secret);
    }

    /// Opens all pages and gives those that show the word.
    private List<String> pagesWithTheWord(Reader reader) {
        startAs(reader);
        List<String> showing = new ArrayList<>();
        for (String page : Canary.pages()) {
            open(page);
            receive();
            LOG.info("{} has opened {}", reader.subject(), page);
            if (uidl().contains(secret)) {
                showing.add(page);
            }
        }
        return showing;
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

    /// Forgets what was logged so far.
    private void begin() {
        synchronized (log) {
            log.list.clear();
        }
    }

    /// What was logged of what they do, and by threads called so: messages, and those of exceptions.
    private List<String> logged(String thread) {
        List<ILoggingEvent> events;
        synchronized (log) {
            events = List.copyOf(log.list);
        }
        return events.stream()
                .filter(event -> event.getThreadName().startsWith(thread)
                        || event.getFormattedMessage().contains("canary-b"))
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private void publish(String spaceA) {
        PolicySummary draft = policies.draft(SYSTEM, null, "Canaries");
        PolicySummary put = draft;
        List<Role> roles = List.of(
                new Role(
                        A_ROLE, "All in A", Set.of(), spaceA, List.of(), List.of(Grant.allow("*", Condition.always()))),
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
