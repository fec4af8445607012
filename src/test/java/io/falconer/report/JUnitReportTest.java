package io.falconer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.suite.Results;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitReportTest {
    private static final Path SCHEMA = Path.of("src/test/resources/schemas/jenkins-junit.xsd");

    @TempDir
    Path directory;

    @Test
    void itIsValidWhateverItTells() throws Exception {
        for (Results each : List.of(
                Example.suite(directory),
                Example.policy(directory),
                Example.hostile(directory),
                Example.uncovered(directory),
                Results.of(List.of(), List.of()))) {
            root(each);
        }
    }

    @Test
    void aTestThatFailsIsAFailureAndCounted() throws Exception {
        Element passing = root(Example.passing(directory));
        assertThat(passing.getAttribute("failures")).isEqualTo("0");
        assertThat(elements(passing, "failure")).isEmpty();
        Element failing = root(Example.failing(directory));
        assertThat(failing.getAttribute("failures")).isEqualTo("1");
        assertThat(elements(failing, "testsuite").getFirst().getAttribute("failures"))
                .isEqualTo("1");
        Element failure = elements(failing, "failure").getFirst();
        assertThat(failure.getAttribute("type")).isEqualTo("fired-otherwise");
        assertThat(failure.getTextContent()).contains("expected  joe\n", "actual    bob\n");
    }

    @Test
    void aCounterFixtureThatFailsIsAFailureOfItsRule() throws Exception {
        assertThat(elements(root(Example.rule(true)), "failure")).isEmpty();
        Element failure = elements(root(Example.rule(false)), "failure").getFirst();
        assertThat(failure.getAttribute("message")).isEqualTo("r did not fire");
        assertThat(failure.getTextContent()).contains("counter-fixture: a\n");
    }

    @Test
    void countsAreThoseOfTheElements() throws Exception {
        for (Element suite : elements(root(Example.hostile(directory)), "testsuite")) {
            assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
            assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
            assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
            assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
        }
    }

    @Test
    void textsAreReadBackButForWhatXmlCannotHold() throws Exception {
        Element root = root(Example.hostile(directory));
        assertThat(elements(root, "skipped").getFirst().getTextContent())
                .startsWith("\"'<b>&amp;]]>\uFFFD\uFFFD[31m\uFFFD\uFFFD\uFEFF|")
                .contains("\n</details>\n", "\uD83D\uDC0B\t")
                .endsWith(" # TODO");
        assertThat(elements(root, "testcase").getLast().getAttribute("name"))
                .startsWith("skipped \"'<b>&amp;]]>  [31m")
                .doesNotContain("\n");
        assertThat(elements(root, "system-out"))
                .extracting(Element::getTextContent)
                .filteredOn(text -> text.startsWith("WARNING"))
                .hasSize(1);
    }

    /** The root of the report, which is valid. */
    private static Element root(Results results) throws Exception {
        String report = new JUnitReport().of(results);
        Schema schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(SCHEMA.toFile());
        schema.newValidator().validate(new StreamSource(new StringReader(report)));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(report)))
                .getDocumentElement();
    }

    private static String count(Element parent, String name) {
        return Integer.toString(elements(parent, name).size());
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
