package io.falconer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.suite.Results;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {
    /** All that lines outside code may begin with. */
    private static final Pattern LINE = Pattern.compile(
            "|### .*|\\*\\*.*\\*\\*.*|Skipped: .*|<details>|<summary><b>[A-Z]+</b> [^<>]*</summary>|</details>|\\| .* \\|");

    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\|");

    @TempDir
    Path directory;

    @Test
    void aTestThatFailsIsToldInTheSumTheTableAndInFull() {
        assertThat(new MarkdownReport(Detail.SUMMARY).of(Example.passing(directory)))
                .isEqualTo("""
                ### Falconer: passed

                **1 test passed, 0 failed** in 1 suite; 1 event replayed

                | Suite | File | Passed | Failed | Errors | Skipped |
                | --- | --- | ---: | ---: | ---: | ---: |
                | demo | demo\\_test.yaml | 1 | 0 | 0 | 0 |
                """);
        assertThat(new MarkdownReport(Detail.SUMMARY).of(Example.failing(directory)))
                .startsWith("### Falconer: failed\n\n**0 tests passed, 1 failed**")
                .contains("| demo | demo\\_test.yaml | 0 | 1 | 0 | 0 |", "expected  joe");
    }

    @Test
    void aRuleThatIsNotProvenFails() {
        assertThat(new MarkdownReport(Detail.SUMMARY).of(Example.rule(true))).startsWith("### Falconer: passed");
        assertThat(new MarkdownReport(Detail.SUMMARY).of(Example.rule(false)))
                .startsWith("### Falconer: failed")
                .contains("| p | r | FAILED | 0/1 | 1/1 |", "counter-fixture: a");
    }

    @Test
    void whateverTestsAreCalledTheStructureHolds() {
        for (Results each : List.of(Example.suite(directory), Example.policy(directory), Example.hostile(directory))) {
            structure(new MarkdownReport(Detail.SUMMARY).of(each));
        }
    }

    @Test
    void textsAreEscaped() {
        assertThat(Markdown.inline("a|b\\`c` <d> *e*\n# f")).isEqualTo("a\\|b\\\\\\`c\\` \\<d\\> \\*e\\* \\# f");
        assertThat(Markdown.html("<a href=\"b\">&")).isEqualTo("&lt;a href=&quot;b&quot;&gt;&amp;");
        assertThat(Markdown.code("a\n````\nb")).isEqualTo("`````text\na\n````\nb\n`````\n");
    }

    /** Fences and blocks are closed, rows have the columns of their table, and no other lines stand outside of code. */
    private static void structure(String report) {
        String fence = "";
        int columns = 0;
        int open = 0;
        for (String line : report.split("\n|\r\n?", -1)) {
            if (!fence.isEmpty()) {
                boolean closes = line.strip().matches("`+") && line.strip().length() >= fence.length();
                fence = closes ? "" : fence;
            } else if (line.startsWith("```")) {
                fence = line.substring(0, line.lastIndexOf('`') + 1);
            } else {
                assertThat(line).matches(LINE);
                open += line.equals("<details>") ? 1 : line.equals("</details>") ? -1 : 0;
                assertThat(open).isBetween(0, 1);
                int cells = line.startsWith("|")
                        ? (int) CELL_END.matcher(line).results().count()
                        : 0;
                assertThat(cells == 0 || columns == 0 || cells == columns)
                        .as(line)
                        .isTrue();
                columns = cells;
            }
        }
        assertThat(fence).isEmpty();
        assertThat(open).isZero();
    }
}
