package io.falconer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Golden;
import io.falconer.text.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTest {
    private static final Path GOLDEN = Path.of("src/test/golden/report");

    @TempDir
    Path directory;

    @Test
    void proofsAreATableWithEverythingThatIsWrongBelow() throws IOException {
        golden("prove.txt", new TextReport(Style.PLAIN, Detail.SUMMARY).of(Example.policy(directory)));
    }

    @Test
    void everyEventIsNamedWhenAskedFor() throws IOException {
        golden("prove-every-event.txt", new TextReport(Style.PLAIN, Detail.EVERY_EVENT).of(Example.policy(directory)));
    }

    @Test
    void suitesAreAListOfTestsWithEverythingThatIsWrongBelow() throws IOException {
        golden("test.txt", new TextReport(Style.PLAIN, Detail.SUMMARY).of(Example.suite(directory)));
    }

    @Test
    void programsGetTheSameAsJson() throws IOException {
        golden("prove.json", new JsonReport().of(Example.policy(directory)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void otherProgramsGetTheSameInTheirFormats(String ending, Report report) throws IOException {
        golden("prove." + ending, report.of(Example.policy(directory)));
        golden("test." + ending, report.of(Example.suite(directory)));
    }

    @Test
    void noGoldenFileIsLeftOver() throws IOException {
        Stream<String> inOtherFormats =
                formats().map(each -> each.get()[0]).flatMap(ending -> Stream.of("prove." + ending, "test." + ending));
        Golden.holdsOnly(
                GOLDEN,
                Stream.concat(Stream.of("prove.txt", "prove-every-event.txt", "prove.json", "test.txt"), inOtherFormats)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSameResultsGiveTheSameReport(String ending, Report report) {
        assertThat(report.of(Example.hostile(directory))).isEqualTo(report.of(Example.hostile(directory)));
    }

    private static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("junit.xml", new JUnitReport()),
                Arguments.of("sarif", new SarifReport("1.2.3")),
                Arguments.of("tap", new TapReport()),
                Arguments.of("github", new GithubReport()),
                Arguments.of("md", new MarkdownReport(Detail.SUMMARY)));
    }

    @Test
    void coloursChangeNothingElse() {
        String coloured = new TextReport(Style.COLOUR, Detail.SUMMARY).of(Example.policy(directory));
        assertThat(coloured).contains("\u001B[31mFAILED\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9]*m", ""))
                .isEqualTo(new TextReport(Style.PLAIN, Detail.SUMMARY).of(Example.policy(directory)));
    }

    @Test
    void aTableIsNoWiderThanATerminal() {
        String text = new TextReport(Style.PLAIN, Detail.SUMMARY).of(Example.policy(directory));
        String table = text.substring(0, text.indexOf("\nNOT TESTED"));
        assertThat(table.lines()).allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(80));
    }

    private static void golden(String name, String actual) throws IOException {
        Golden.check(GOLDEN.resolve(name), actual);
    }
}
