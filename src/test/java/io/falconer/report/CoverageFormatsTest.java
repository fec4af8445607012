package io.falconer.report;

import static org.assertj.core.api.Assertions.assertThat;

import edu.hm.hafner.coverage.CoverageParser;
import edu.hm.hafner.coverage.Metric;
import edu.hm.hafner.coverage.ModuleNode;
import edu.hm.hafner.coverage.Node;
import edu.hm.hafner.coverage.parser.CoberturaParser;
import edu.hm.hafner.coverage.parser.LcovParser;
import edu.hm.hafner.util.FilteredLog;
import io.falconer.generate.BuiltInRules;
import io.falconer.ruleset.Emulation;
import io.falconer.suite.CoverageRequest;
import io.falconer.suite.ReferencedFiles;
import io.falconer.suite.Results;
import io.falconer.suite.SuiteReader;
import io.falconer.suite.SuiteRunner;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Jenkins' reader of coverage finds in the reports of coverage is what was measured. */
class CoverageFormatsTest {
    private static final String RULES = """
            - macro: shell
              condition: proc.name in (bash, zsh)
            - rule: A shell, <or> so
              desc: d
              condition: evt.type = execve and shell
              output: o
              priority: INFO
            - rule: Never
              desc: d
              condition: >
                evt.type = close and
                fd.name = x
              output: o
              priority: INFO
            """;
    private static final String SUITE = """
            apiVersion: falconer/v1alpha1
            kind: RuleTest
            metadata: {name: s}
            rules: [rules/r.yaml]
            tests:
              - {name: a, event: {syscall: {evt.type: execve, proc.name: bash}}, expect: [{rule: "A shell, <or> so"}]}
              - {name: b, event: {syscall: {evt.type: open, proc.name: bash}}, expect: none}
            """;

    @TempDir
    Path directory;

    @Test
    void lcovIsRead() throws IOException {
        String report = new LcovReport().of(results());
        ModuleNode read = read(new LcovParser(), report);
        assertThat(read.getAllFileNodes()).extracting(Node::getName).containsExactly("r.yaml");
        assertThat(value(read, Metric.LINE)).isEqualTo("3 of 6");
        assertThat(report).contains("\nBRF:10\nBRH:4\n").contains("\nFNF:2\nFNH:1\n");
    }

    @Test
    void coberturaIsRead() throws IOException {
        ModuleNode read = read(new CoberturaParser(), new CoberturaReport().of(results()));
        assertThat(read.getAllFileNodes()).extracting(Node::getName).containsExactly("r.yaml");
        assertThat(value(read, Metric.BRANCH)).isEqualTo("4 of 10");
        assertThat(value(read, Metric.LINE)).isEqualTo("3 of 6");
        assertThat(value(read, Metric.METHOD)).isEqualTo("1 of 2");
    }

    @Test
    void withoutCoverageThereAreNoFiles() throws IOException {
        Results none = Results.of(List.of(), List.of());
        assertThat(new LcovReport().of(none)).isEmpty();
        assertThat(new CoberturaReport().of(none)).contains("<packages/>");
    }

    private static ModuleNode read(CoverageParser parser, String report) {
        FilteredLog log = new FilteredLog();
        ModuleNode read = parser.parse(new StringReader(report), "report", log);
        assertThat(log.getErrorMessages()).isEmpty();
        return read;
    }

    private static String value(ModuleNode read, Metric metric) {
        edu.hm.hafner.coverage.Coverage value =
                (edu.hm.hafner.coverage.Coverage) read.getValue(metric).orElseThrow();
        return value.getCovered() + " of " + value.getTotal();
    }

    private Results results() throws IOException {
        Files.createDirectories(directory.resolve("rules"));
        Files.writeString(directory.resolve("rules/r.yaml"), RULES);
        SuiteRunner runner =
                new SuiteRunner(Emulation.DEFAULT, BuiltInRules::of, new ReferencedFiles(directory), () -> {});
        return Results.of(
                        List.of(),
                        runner.measuring()
                                .run(SuiteReader.read(SourceFile.of("s_test.yaml", SUITE))
                                        .value()
                                        .orElseThrow())
                                .value()
                                .orElseThrow())
                .withCoverage(new CoverageRequest(false, true, OptionalInt.empty(), List.of()));
    }
}
