package io.falconer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a browser, which the property {@code falconer.browser} names: see the profile {@code browser}. */
@EnabledIfSystemProperty(named = HtmlPageBrowserTest.BROWSER, matches = ".+")
class HtmlPageBrowserTest {
    static final String BROWSER = "falconer.browser";

    /** Writes into the page which rules of accessibility it breaks, with everything unfolded. */
    private static final String CHECK = """
            document.querySelectorAll("details").forEach(details => { details.open = true; });
            axe.run().then(result => {
              document.title = "broken: " + JSON.stringify(result.violations.map(rule => rule.id))
                + " kept: " + (result.passes.length > 20);
            });
            """;

    private static final String SEARCH = """
            const count = () => document.querySelectorAll(".entry:not([hidden])").length;
            const all = count();
            document.getElementById("search").value = "listening";
            document.getElementById("filters").dispatchEvent(new Event("input"));
            document.title = "found: " + (count() > 0 && count() < all);
            """;

    /** The setting for light and for dark pages. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "0"})
    void keepsTheRulesOfAccessibility(String scheme, @TempDir Path directory) throws Exception {
        assertThat(title(resource("/axe.min.js") + CHECK, scheme, directory)).isEqualTo("broken: [] kept: true");
    }

    @ParameterizedTest
    @ValueSource(strings = "1")
    void finds(String scheme, @TempDir Path directory) throws Exception {
        assertThat(title(SEARCH, scheme, directory)).isEqualTo("found: true");
    }

    /** The title that the page has after a script. */
    private static String title(String script, String scheme, Path directory) throws IOException, InterruptedException {
        String page = new HtmlReport().of(Example.suite(directory));
        Path file = Files.writeString(
                directory.resolve("page.html"),
                page.replace("</body>", "<script>" + script.replace("</script", "<\\/script") + "</script></body>"));
        Path out = directory.resolve("out.html");
        Process browser = new ProcessBuilder(
                        System.getProperty(BROWSER),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--blink-settings=preferredColorScheme=" + scheme,
                        "--virtual-time-budget=60000",
                        "--dump-dom",
                        file.toUri().toString())
                .redirectOutput(out.toFile())
                .redirectError(directory.resolve("err.txt").toFile())
                .start();
        assertThat(browser.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String dom = Files.readString(out);
        return dom.substring(dom.indexOf("<title>") + "<title>".length(), dom.indexOf("</title>"))
                .replace("&quot;", "\"");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(HtmlPageBrowserTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
