package io.falconer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.suite.Results;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class HtmlReportTest {
    private static final Set<String> ELEMENTS = Set.of(
            "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "ul", "li", "form", "label",
            "input", "select", "option", "p", "main", "section", "details", "summary", "span", "div", "a", "pre",
            "table", "thead", "tbody", "tr", "th", "td", "script", "code");

    private static final Set<String> ATTRIBUTES = Set.of(
            "lang",
            "charset",
            "name",
            "content",
            "class",
            "id",
            "type",
            "role",
            "aria-label",
            "hidden",
            "value",
            "open",
            "href",
            "data-status",
            "data-tags",
            "scope",
            "tabindex");

    @TempDir
    Path directory;

    @Test
    void whateverThingsAreCalledThePageContainsOnlyItsOwnElements() throws Exception {
        for (Results each : List.of(
                Example.passing(directory),
                Example.suite(directory),
                Example.policy(directory),
                Example.hostile(directory))) {
            structure(new HtmlReport().of(each));
        }
    }

    /** The page loads nothing, all its links lead to one of its entries, and every entry can be unfolded. */
    private static void structure(String page) throws Exception {
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(page.replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>"))));
        Set<String> ids = new HashSet<>();
        List<String> targets = new ArrayList<>();
        var elements = document.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            assertThat(ELEMENTS).contains(element.getTagName());
            for (int j = 0; j < element.getAttributes().getLength(); j++) {
                assertThat(ATTRIBUTES).contains(element.getAttributes().item(j).getNodeName());
            }
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id"))).isTrue();
            }
            if (element.hasAttribute("href")) {
                targets.add(element.getAttribute("href"));
            }
            if (element.getTagName().equals("details")) {
                assertThat(((Element) element.getFirstChild()).getTagName()).isEqualTo("summary");
            }
        }
        assertThat(targets).isNotEmpty().allMatch(href -> href.startsWith("#") && ids.contains(href.substring(1)));
        assertThat(page).doesNotContain("@import", "url(").endsWith("</html>\n");
    }

    @Test
    void aTestThatFailsIsUnfoldedWithItsProblem() {
        String passed = new HtmlReport().of(Example.passing(directory));
        assertThat(passed)
                .contains("<h1 class=\"good\">Falconer: passed</h1>", "<span class=\"status good\">passed</span>")
                .doesNotContain(" open=\"\"");
        String failed = new HtmlReport().of(Example.failing(directory));
        assertThat(failed)
                .contains("<h1 class=\"bad\">Falconer: failed</h1>", "<span class=\"status bad\">failed</span>")
                .contains("open=\"\"", "expected  joe");
    }

    @Test
    void aRuleShowsWhatItsEventsDo() {
        assertThat(new HtmlReport().of(Example.rule(false)))
                .contains("<span class=\"status bad\">failed</span>", "must fire: 0/1, must stay silent: 1/1")
                .contains("<td>fire</td><td class=\"bad\">stays silent</td>");
    }

    @Test
    void theSameResultsGiveTheSamePage() {
        assertThat(new HtmlReport().of(Example.suite(directory)))
                .isEqualTo(new HtmlReport().of(Example.suite(directory)));
    }
}
