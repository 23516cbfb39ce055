package dev.portico.testbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.testbench.GridElement;
import com.vaadin.flow.component.textfield.testbench.PasswordFieldElement;
import com.vaadin.flow.component.textfield.testbench.TextFieldElement;
import com.vaadin.testbench.ElementQuery;
import com.vaadin.testbench.TestBench;
import com.vaadin.testbench.TestBenchElement;
import dev.portico.Browser;
import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PorticoTest
@EnabledIf(value = "isLicensed", disabledReason = "No licence key of Vaadin is set")
final class CatalogListTestBenchTest {

    private static final String WHISTLE = """
            apiVersion: backstage.io/v1alpha1
            kind: Resource
            metadata: {name: whistle, namespace: testbench, description: Blows}
            spec: {type: tool, owner: stokers}
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Sources sources;

    /// Whether Vaadin's licence key is where Vaadin looks for it.
    static boolean isLicensed() {
        Path keys = Path.of(System.getProperty("user.home"), ".vaadin");
        return System.getProperty("vaadin.proKey") != null
                || System.getProperty("vaadin.offlineKey") != null
                || System.getenv("VAADIN_OFFLINE_KEY") != null
                || Files.exists(keys.resolve("proKey"))
                || Files.exists(keys.resolve("offlineKeyV2"));
    }

    @Test
    void whoever_signs_in_comes_to_the_list_that_they_asked_for() {
        byte[] yaml = WHISTLE.getBytes(StandardCharsets.UTF_8);
        sources.upload("testbench", List.of(new DescriptorUpload("testbench.yaml", yaml)), Reader.system("tests"));
        WebDriver browser = browser();
        try {
            browser.get(TestPortal.of(context).address() + "/catalog?owner=group:testbench/stokers");
            shown(browser, TextFieldElement.class).setValue("admin");
            shown(browser, PasswordFieldElement.class).setValue(TestPortal.ADMIN_PASSWORD);
            new ElementQuery<>(TestBenchElement.class, "button")
                    .context(browser)
                    .withClassName("submit")
                    .single()
                    .click();

            GridElement list = shown(browser, GridElement.class);
            assertThat(list.getRowCount()).isEqualTo(1);
            assertThat(list.getCell(0, 0).getText()).contains("whistle", "Blows");
        } finally {
            browser.quit();
        }
    }

    private static <T extends TestBenchElement> T shown(WebDriver browser, Class<T> type) {
        ElementQuery<T> found = new ElementQuery<>(type).context(browser);
        new WebDriverWait(browser, PATIENCE).until(page -> found.exists());
        return found.single();
    }

    private static WebDriver browser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(Browser.program().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1440,900");
        return TestBench.createDriver(new ChromeDriver(options));
    }
}
