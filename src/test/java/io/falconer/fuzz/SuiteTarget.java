package io.falconer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.engine.RulesInForce;
import io.falconer.generate.BuiltInRules;
import io.falconer.report.Detail;
import io.falconer.report.GithubReport;
import io.falconer.report.JUnitReport;
import io.falconer.report.JsonReport;
import io.falconer.report.MarkdownReport;
import io.falconer.report.Report;
import io.falconer.report.SarifReport;
import io.falconer.report.TapReport;
import io.falconer.report.TextReport;
import io.falconer.ruleset.Emulation;
import io.falconer.suite.CoverageRequest;
import io.falconer.suite.EventSpec;
import io.falconer.suite.FileRef;
import io.falconer.suite.ReferencedFiles;
import io.falconer.suite.Results;
import io.falconer.suite.RulesUnderTest;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteReader;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.SuiteRunner;
import io.falconer.suite.TestCase;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.text.Style;
import io.falconer.text.TextFile;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/**
 * A suite is refused with places in it, or it runs, and every report of its results is well-formed. It runs with the rules and
 * files of the quick start, whatever it names, so that an input cannot make the fuzzer read other files.
 */
final class SuiteTarget implements FuzzTarget {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path QUICKSTART = Path.of("fixtures/quickstart");
    private static final List<Report> FOR_PEOPLE = List.of(
            new TextReport(Style.PLAIN, Detail.EVERY_EVENT),
            new TapReport(),
            new GithubReport(),
            new MarkdownReport(Detail.EVERY_EVENT));

    private final Outcome<RulesInForce> rules = TextFile.read("policy.yaml", QUICKSTART.resolve("policy.yaml"))
            .value()
            .map(policy -> BuiltInRules.of(policy, each -> true))
            .orElseThrow();

    @Override
    public String name() {
        return "suites";
    }

    @Override
    public List<byte[]> seeds() {
        return TestInputs.ofKind(SuiteReader.KIND);
    }

    @Override
    public void check(byte[] input) throws Exception {
        Outcome<SourceFile> source = TextFile.read("suite_test.yaml", () -> new ByteArrayInputStream(input));
        ShownProblems.check(source.diagnostics());
        if (source.value().isPresent()) {
            check(source.value().get());
        }
    }

    private void check(SourceFile source) throws Exception {
        Outcome<List<Suite>> suites = SuiteReader.read(source);
        ShownProblems.check(suites.diagnostics());
        for (Suite suite : suites.value().orElse(List.of())) {
            run(suite);
        }
    }

    private void run(Suite suite) throws Exception {
        SuiteRunner runner =
                new SuiteRunner(Emulation.DEFAULT, (file, wanted) -> rules, new ReferencedFiles(QUICKSTART), () -> {});
        Outcome<SuiteResult> result = runner.run(ofQuickstart(suite));
        ShownProblems.check(result.diagnostics());
        if (result.value().isPresent()) {
            result.value().get().tests().forEach(test -> ShownProblems.check(test.errors()));
            check(Results.of(List.of(), List.of(result.value().get())).withCoverage(CoverageRequest.ofRules(true)));
        }
    }

    private static void check(Results results) throws Exception {
        FOR_PEOPLE.forEach(report -> ShownProblems.checkText(report.of(results)));
        JSON.readTree(new JsonReport().of(results));
        JSON.readTree(new SarifReport("0").of(results));
        String junit = new JUnitReport().of(results);
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(junit))))
                .isNotNull();
    }

    private static Suite ofQuickstart(Suite suite) {
        return new Suite(
                suite.name(),
                new RulesUnderTest.PolicyFile(new FileRef("policy.yaml", suite.location())),
                suite.tests().stream().map(SuiteTarget::ofQuickstart).toList(),
                suite.location());
    }

    private static TestCase ofQuickstart(TestCase test) {
        return new TestCase(
                test.name(),
                test.events().stream().map(SuiteTarget::ofQuickstart).toList(),
                test.patch(),
                test.dropped(),
                test.expect(),
                test.silent(),
                test.nothing(),
                test.rigour(),
                test.skip(),
                test.location());
    }

    private static EventSpec ofQuickstart(EventSpec event) {
        return switch (event) {
            case EventSpec.FromFile from ->
                new EventSpec.FromFile(new FileRef("events/nginx-listener.jsonl", from.location()));
            case EventSpec.FromManifest from ->
                new EventSpec.FromManifest(new FileRef("manifests/stress.yaml", from.location()), from.options());
            case EventSpec.Inline inline -> inline;
        };
    }
}
