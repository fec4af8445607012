package io.falconer.suite;

import io.falconer.suite.TestCase.Rigour;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Outcome;
import io.falconer.text.Severity;
import io.falconer.text.SourceFile;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads suites strictly: every key must be known, every value of its kind. Files that a suite names are not opened.
 *
 * <p>Codes besides those of {@link MappingReader}: {@code no-tests}, {@code no-rules}, {@code duplicate-test}, {@code
 * missing-event}, {@code bad-cases}, {@code bad-when}, {@code unknown-variable}, {@code bad-regex}, {@code too-deep}.
 */
public final class SuiteReader {
    /** The version of the format. */
    public static final String API_VERSION = "falconer/v1alpha1";
    /** The kind of a suite's document. */
    public static final String KIND = "RuleTest";

    private final SourceFile source;
    private final List<Diagnostic> problems = new ArrayList<>();

    private SuiteReader(SourceFile source) {
        this.source = source;
    }

    /** The suites of a file, one a document; all its errors if there are any. */
    public static Outcome<List<Suite>> read(SourceFile source) {
        Outcome<List<YamlNode>> documents = YamlReader.read(source);
        if (documents.value().isEmpty()) {
            return Outcome.failed(documents.diagnostics());
        }
        return new SuiteReader(source).suites(documents.value().get());
    }

    private Outcome<List<Suite>> suites(List<YamlNode> documents) {
        List<Suite> suites = new ArrayList<>();
        for (YamlNode document : documents) {
            if (!document.isNull()) {
                MappingReader.of(source, document, "a suite", problems).ifPresent(r -> suites.add(suite(r)));
            }
        }
        if (suites.isEmpty() && problems.isEmpty()) {
            problems.add(Diagnostic.fileError("no-tests", source.name() + " holds no suite"));
        }
        List<Diagnostic> sorted =
                problems.stream().distinct().sorted(Diagnostic.ORDER).toList();
        return sorted.stream().anyMatch(d -> d.severity() == Severity.ERROR)
                ? Outcome.failed(sorted)
                : Outcome.of(suites, sorted);
    }

    private Suite suite(MappingReader reader) {
        reader.require("apiVersion", "kind", "metadata", "tests");
        reader.choice("apiVersion", Map.of(API_VERSION, API_VERSION));
        reader.choice("kind", Map.of(KIND, KIND));
        Optional<MappingReader> metadata = reader.mapping("metadata");
        metadata.ifPresent(m -> m.require("name"));
        String name =
                metadata.flatMap(m -> m.string("name")).map(Located::value).orElse("");
        metadata.ifPresent(MappingReader::finish);
        RulesUnderTest rules = rules(reader);
        Optional<MappingReader> defaults = reader.mapping("defaults");
        Rigour rigour = defaults.map(d -> Rigour.read(d, Rigour.STRICT)).orElse(Rigour.STRICT);
        defaults.ifPresent(MappingReader::finish);
        TestReader tests = new TestReader(source, rigour);
        List<TestCase> read = reader.mappings("tests").stream()
                .flatMap(t -> tests.read(t).stream())
                .toList();
        if (reader.node("tests").isPresent()
                && reader.node("tests").get() instanceof YamlNode.Sequence list
                && list.items().isEmpty()) {
            reader.error(list.span(), "no-tests", "the suite has no tests");
        }
        unique(read);
        reader.finish();
        return new Suite(name, rules, read, new Location(source, reader.span()));
    }

    private RulesUnderTest rules(MappingReader reader) {
        List<FileRef> files = reader.strings("rules").stream().map(this::ref).toList();
        Optional<FileRef> policy = reader.string("policy").map(this::ref);
        if (reader.has("rules") == reader.has("policy")) {
            reader.error(
                    reader.span(),
                    "no-rules",
                    reader.has("rules")
                            ? "the suite takes its rules from two places"
                            : "the suite does not say which rules it tests",
                    "give either \"rules\" (a list of files) or \"policy\" (a file)");
        } else if (policy.isEmpty() && files.isEmpty()) {
            reader.node("rules")
                    .filter(n -> n instanceof YamlNode.Sequence)
                    .ifPresent(n -> reader.error(n.span(), "no-rules", "the list of rules files is empty"));
        }
        return policy.<RulesUnderTest>map(RulesUnderTest.PolicyFile::new)
                .orElseGet(() -> new RulesUnderTest.RulesFiles(files));
    }

    private FileRef ref(Located<String> path) {
        return new FileRef(path.value(), new Location(source, path.span()));
    }

    private void unique(List<TestCase> tests) {
        Set<String> names = new HashSet<>();
        for (TestCase test : tests) {
            if (!names.add(test.name())) {
                problems.add(Diagnostic.error(
                                "duplicate-test", "there is another test \"" + test.name() + "\"", test.location())
                        .withHint("reports name tests: give each test of a suite its own name"));
            }
        }
    }
}
