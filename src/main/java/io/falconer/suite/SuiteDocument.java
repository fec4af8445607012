package io.falconer.suite;

import io.falconer.suite.TestCase.Rigour;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a document with tests: a suite, or a policy with tests. */
final class SuiteDocument {
    private final SourceFile source;
    private final List<Diagnostic> problems;
    private final ExpansionLimit limit = new ExpansionLimit();

    /** Creates a reader of documents of {@code source}. {@code problems} receives errors that their readers do not report. */
    SuiteDocument(SourceFile source, List<Diagnostic> problems) {
        this.source = source;
        this.problems = problems;
    }

    Suite suite(MappingReader reader) {
        reader.require("apiVersion", "kind", "metadata", "tests");
        reader.choice("apiVersion", Map.of(SuiteReader.API_VERSION, SuiteReader.API_VERSION));
        reader.choice("kind", Map.of(SuiteReader.KIND, SuiteReader.KIND));
        Optional<MappingReader> metadata = reader.mapping("metadata");
        metadata.ifPresent(m -> m.require("name"));
        String name = name(metadata);
        metadata.ifPresent(MappingReader::finish);
        RulesUnderTest rules = rules(reader);
        List<FileRef> cover = reader.strings("cover").stream().map(this::ref).toList();
        List<TestCase> tests = tests(reader);
        reader.finish();
        return new Suite(name, rules, tests, cover, new Location(source, reader.span()));
    }

    /** Reads only the tests: the rest belongs to the policy, and {@code PolicyReader} reports its errors. */
    Suite inPolicy(MappingReader reader) {
        reader.require("tests");
        String name = name(reader.mapping("metadata"));
        return new Suite(
                name, new RulesUnderTest.OwnPolicy(source, name), tests(reader), new Location(source, reader.span()));
    }

    private static String name(Optional<MappingReader> metadata) {
        return metadata.flatMap(m -> m.string("name")).map(Located::value).orElse("");
    }

    private List<TestCase> tests(MappingReader reader) {
        Optional<MappingReader> defaults = reader.mapping("defaults");
        Rigour rigour = defaults.map(d -> Rigour.read(d, Rigour.STRICT)).orElse(Rigour.STRICT);
        defaults.ifPresent(MappingReader::finish);
        TestReader tests = new TestReader(source, rigour, limit);
        List<TestCase> read = reader.mappings("tests").stream()
                .flatMap(t -> tests.read(t).stream())
                .toList();
        if (reader.node("tests").isPresent()
                && reader.node("tests").get() instanceof YamlNode.Sequence list
                && list.items().isEmpty()) {
            reader.error(list.span(), "no-tests", "the suite has no tests");
        }
        unique(read);
        return read;
    }

    private RulesUnderTest rules(MappingReader reader) {
        List<FileRef> files = reader.strings("rules").stream().map(this::ref).toList();
        Optional<FileRef> policy = reader.string("policy").map(this::ref);
        if (reader.has("rules") == reader.has("policy")) {
            reader.error(
                    reader.span(),
                    "no-rules",
                    reader.has("rules") ? "the suite names its rules in two ways" : "the suite does not name its rules",
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
                                "duplicate-test", "another test is named \"" + test.name() + "\"", test.location())
                        .withHint("reports identify tests by name; give each test of a suite its own name"));
            }
        }
    }
}
