package dev.portico.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.audit.Audit;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PorticoTest
class AuditControllerTest {

    private static final String PATH = "/api/portico/audit";

    private final ApplicationContext context;
    private final Audit audit;
    private final Tokens tokens;
    private final TransactionTemplate transactions;
    private final String thing = UUID.randomUUID().toString();

    @Autowired
    AuditControllerTest(ApplicationContext context, Audit audit, Tokens tokens, TransactionTemplate transactions) {
        this.context = context;
        this.audit = audit;
        this.tokens = tokens;
        this.transactions = transactions;
    }

    @Test
    void rows_are_listed_in_parts_with_what_was_before_and_after() throws Exception {
        record("{\"a\": 1}", null);
        record("{\"a\": 2}", "{\"a\": 3}");

        JsonNode first = json(get("?type=probe&limit=1&thing=" + thing));
        JsonNode rest = json(get("?type=probe&limit=1&thing=" + thing + "&after="
                + first.path("next").asString()));

        assertThat(first.at("/items/0/before/a").asInt()).isEqualTo(2);
        assertThat(first.at("/items/0/after/a").asInt()).isEqualTo(3);
        assertThat(rest.at("/items/0/before/a").asInt()).isEqualTo(1);
        assertThat(json(get("?type=probe&refused=true&thing=" + thing)).path("items"))
                .isEmpty();
        assertThat(json(get("?from=2099-01-01T00:00:00Z")).path("items")).isEmpty();
    }

    @Test
    void the_export_is_harmless_to_spreadsheets_and_leaves_a_row_itself() throws Exception {
        String evil = "=HYPERLINK(\"http://x\",\"" + thing + "\")";
        transactions.executeWithoutResult(status -> audit.record(
                Change.done(Reader.system("test"), "audit.probe", "probe", evil, null, "{\"b\":\n\"c\"}")));

        HttpResponse<String> table = get("/export?format=csv&type=probe&action=audit.*");
        HttpResponse<String> lines = get("/export?format=jsonl&type=probe");

        assertThat(table.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"audit.csv\"");
        assertThat(table.body())
                .startsWith("row,id,at,actor,")
                .contains(",\"'=HYPERLINK(")
                .doesNotContain(",=HYPER");
        assertThat(lines.body().lines()).allSatisfy(line -> assertThat(
                        JsonMapper.shared().readTree(line).path("type").asString())
                .isEqualTo("probe"));
        assertThat(lines.body()).contains("{\"b\":\"c\"}");
        assertThat(json(get("?action=audit.entry.export&limit=2")).path("items"))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.path("actor").asString()).isEqualTo("token:admin"));
    }

    @Test
    void the_chain_says_how_far_it_was_verified() throws Exception {
        JsonNode verified =
                json(TestPortal.of(context).call(TestPortal.ADMIN_TOKEN, "POST", PATH + "/verification", ""));
        JsonNode chain = json(get("/chain"));

        assertThat(verified.path("intact").asBoolean()).as(verified.toString()).isTrue();
        assertThat(chain.at("/verified/to").asLong())
                .isGreaterThanOrEqualTo(verified.path("to").asLong());
        assertThat(chain.path("verifiedAt").asString()).isNotEmpty();
        assertThat(chain.path("publicKey").asString()).contains("BEGIN PUBLIC KEY");
    }

    @Test
    void whoever_lacks_the_permission_reads_nothing_and_the_attempt_to_export_is_a_row() throws Exception {
        String engineer = tokens.create(
                        new Reader("account:test", null, "Test", null, Set.of(), Set.of("admin"), null),
                        TokenRequest.service("audit-" + thing.substring(0, 8), Set.of("engineer"), null))
                .text();
        TestPortal portal = TestPortal.of(context);
        for (String path : new String[] {"", "/chain", "/export?format=csv", "/export?format=jsonl"}) {
            HttpResponse<String> refused = portal.call(engineer, "GET", PATH + path, "");
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.headers().firstValue("Content-Disposition")).isEmpty();
        }
        assertThat(json(get("?refused=true&limit=1&actor=token:audit-" + thing.substring(0, 8)))
                        .at("/items/0/action")
                        .asString())
                .isEqualTo("audit.entry.export");
    }

    private void record(String before, @Nullable String after) {
        transactions.executeWithoutResult(status ->
                audit.record(Change.done(Reader.system("test"), "audit.probe", "probe", thing, before, after)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return TestPortal.of(context).call(TestPortal.ADMIN_TOKEN, "GET", PATH + path, "");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
