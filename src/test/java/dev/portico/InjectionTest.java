package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// Texts that would run as script, in every field of a descriptor that takes text: none of them runs on any page, with
/// the content security policy switched off, and no link or attribute is left that could run one.
@Alone
final class InjectionTest extends BrowserJourney {

    private static final Path TEXTS = Path.of("src/test/resources/injection/texts.txt");

    /// What is left in a page that runs, or would when it is clicked or hovered.
    private static final String DANGEROUS = """
            () => [...document.querySelectorAll('*')].flatMap(element => [
                ...[...element.attributes].filter(a => a.name.startsWith('on')).map(a => a.name + '=' + a.value),
                ...['href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'xlink:href']
                    .map(name => element.getAttribute(name))
                    .filter(value => value && /^[\\s\\u0000-\\u0020]*(javascript|vbscript|data:text)/i.test(value)),
            ])""";

    private static final Reader SYSTEM = Reader.system("tests");

    @Autowired
    private Sources sources;

    private boolean uploaded;

    /// Other tests compare all that the catalog counts, and long texts are counted by their beginnings.
    @AfterEach
    void clear() {
        if (uploaded) {
            sources.remove("injection", SYSTEM);
            uploaded = false;
        }
    }

    @Test
    void a_script_that_runs_is_noticed() {
        List<Object> ran = new ArrayList<>();
        Page page = page(ran);
        page.setContent("<a href=' javascript:hit(1)'>x</a><img src=x onerror=hit(2)>");
        page.waitForCondition(() -> !ran.isEmpty());
        assertThat(ran).containsExactly(2);
        assertThat(dangers(page)).containsExactlyInAnyOrder("onerror=hit(2)", " javascript:hit(1)");
        page.context().close();
    }

    @Test
    void no_text_of_a_descriptor_runs_in_lists_and_on_a_page_that_shows_them_all() throws IOException {
        List<String> texts = texts();
        assertThat(texts).hasSizeGreaterThanOrEqualTo(200);
        List<Map<String, ?>> documents = new ArrayList<>();
        IntStream.range(0, texts.size()).forEach(number -> documents.addAll(documents(number, texts.get(number))));
        documents.addAll(everything(texts));
        upload(documents);

        List<Object> ran = new ArrayList<>();
        Page page = signedIn(ran);
        page.navigate(address("/catalog?owner=group:injection/all"));
        page.getByText(Pattern.compile("^" + (texts.size() + 1) + " of [0-9,]+$"))
                .waitFor();
        for (int screen = 0; screen < 4; screen++) {
            inspect(page, ran, "the list");
            page.locator("vaadin-grid").first().hover();
            page.mouse().wheel(0, 2_000);
        }
        for (String kind : List.of("component", "api", "group", "user")) {
            visit(page, ran, kind, "all");
        }
        page.navigate(address("/sources/injection"));
        inspect(page, ran, "the source");
        page.navigate(address("/graph?of=component:injection/all"));
        inspect(page, ran, "the graph");
        page.context().close();
    }

    @Test
    @EnabledIfSystemProperty(named = "portico.long", matches = "true")
    void no_text_of_a_descriptor_runs_on_a_page_of_its_own() throws IOException {
        List<String> texts = texts();
        List<Map<String, ?>> documents = new ArrayList<>();
        IntStream.range(0, texts.size()).forEach(number -> documents.addAll(documents(number, texts.get(number))));
        upload(documents);
        List<Object> ran = new ArrayList<>();
        Page page = signedIn(ran);
        for (int number = 0; number < texts.size(); number++) {
            for (String kind : List.of("component", "api", "group", "user")) {
                visit(page, ran, kind, "text-" + number);
            }
        }
        page.context().close();
    }

    private void visit(Page page, List<Object> ran, String kind, String name) {
        page.navigate(address("/catalog/injection/" + kind + "/" + name));
        page.locator(".page-tabs a").first().waitFor();
        List<?> tabs = (List<?>) page.locator(".page-tabs a").evaluateAll("tabs => tabs.map(tab => tab.href)");
        for (Object tab : tabs) {
            page.navigate(String.valueOf(tab));
            page.locator(".page-tabs").waitFor();
            inspect(page, ran, String.valueOf(tab));
        }
    }

    private static void inspect(Page page, List<Object> ran, String where) {
        page.waitForTimeout(150); // for scripts that would start by themselves
        assertThat(ran).as("texts that ran on " + where).isEmpty();
        assertThat(dangers(page)).as("what could run on " + where).isEmpty();
    }

    private static List<String> dangers(Page page) {
        return ((List<?>) page.evaluate(DANGEROUS))
                .stream().map(String::valueOf).toList();
    }

    private Page signedIn(List<Object> ran) {
        Page page = page(ran);
        page.navigate(address("/login"));
        page.getByLabel("Name").fill("admin");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(TestPortal.ADMIN_PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL(address -> !address.contains("/login"));
        return page;
    }

    private static Page page(List<Object> ran) {
        Page page = browser.unguardedPage();
        BrowserContext person = page.context();
        person.exposeFunction("hit", arguments -> ran.add(arguments[0]));
        page.onDialog(dialog -> {
            ran.add(dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    private void upload(List<Map<String, ?>> documents) {
        StringBuilder text = new StringBuilder();
        documents.forEach(document -> text.append("---\n")
                .append(JsonMapper.shared().writeValueAsString(document))
                .append('\n'));
        byte[] yaml = text.toString().getBytes(StandardCharsets.UTF_8);
        uploaded = true;
        sources.upload("injection", List.of(new DescriptorUpload("injection.yaml", yaml)), SYSTEM);
    }

    /// One of each kind that shows the text wherever a descriptor may hold any, and one that is refused for it.
    private static List<Map<String, ?>> documents(int number, String text) {
        String name = "text-" + number;
        Map<String, ?> metadata =
                metadata(name, text, Map.of("injection/text", text), List.of(link("https://example.org/#", text)));
        return List.of(
                entity("Component", metadata, component(text)),
                entity("API", metadata, api(text)),
                entity("Group", metadata, Map.of("type", text, "profile", profile(text), "children", List.of())),
                entity("User", metadata, Map.of("profile", profile(text), "memberOf", List.of())),
                entity("Component", Map.of("name", text, "namespace", "injection"), component(text)),
                entity("Component", Map.of("name", "x", "links", List.of(link("", text))), component(text)));
    }

    /// All texts in one entity of each kind.
    private static List<Map<String, ?>> everything(List<String> texts) {
        Map<String, String> annotations = new LinkedHashMap<>();
        for (String text : texts) {
            annotations.put("injection/text-" + annotations.size(), text);
        }
        String all = String.join("\n", texts);
        List<Map<String, String>> links =
                texts.stream().map(text -> link("https://example.org/#", text)).toList();
        Map<String, ?> metadata = metadata("all", all, annotations, links);
        return List.of(
                entity(
                        "Component",
                        metadata,
                        Map.of("type", "service", "lifecycle", "x", "owner", "user:injection/all")),
                entity("API", metadata, api(all)),
                entity("Group", metadata, Map.of("type", all, "profile", profile(all), "children", List.of())),
                entity("User", metadata, Map.of("profile", profile(all), "memberOf", List.of())));
    }

    private static Map<String, ?> entity(String kind, Map<String, ?> metadata, Map<String, ?> spec) {
        return Map.of("apiVersion", "backstage.io/v1alpha1", "kind", kind, "metadata", metadata, "spec", spec);
    }

    private static Map<String, ?> metadata(
            String name, String text, Map<String, String> annotations, List<Map<String, String>> links) {
        return Map.of(
                "name", name,
                "namespace", "injection",
                "title", text,
                "description", text,
                "annotations", annotations,
                "links", links);
    }

    private static Map<String, String> link(String before, String text) {
        return Map.of("url", before + text, "title", text, "icon", text, "type", text);
    }

    private static Map<String, ?> component(String text) {
        return Map.of("type", text, "lifecycle", text, "owner", "group:injection/all");
    }

    private static Map<String, ?> api(String text) {
        return Map.of("type", "openapi", "lifecycle", text, "owner", "user:injection/all", "definition", openApi(text));
    }

    private static String openApi(String text) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "openapi", "3.1.0",
                        "info", Map.of("title", text, "description", text, "version", text),
                        "servers", List.of(Map.of("url", text, "description", text)),
                        "paths", Map.of("/x", Map.of("get", Map.of("summary", text, "description", text)))));
    }

    private static Map<String, String> profile(String text) {
        return Map.of("displayName", text, "email", text, "picture", text);
    }

    private static List<String> texts() throws IOException {
        List<String> lines = Files.readAllLines(TEXTS);
        return IntStream.range(0, lines.size())
                .mapToObj(number -> lines.get(number).replace("HIT", "hit(" + number + ")"))
                .toList();
    }

    private String address(String path) {
        return TestPortal.of(context).address() + path;
    }
}
