package io.falconer.policy;

import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Outcome;
import io.falconer.text.Severity;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.UnprintableCharacters;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads policies. A file may have several documents, with one policy in each. Unknown keys are errors. */
public final class PolicyReader {
    /** The version of the format. */
    public static final String API_VERSION = "falconer/v1alpha1";
    /** The kind of a policy's document. */
    public static final String KIND = "DetectionPolicy";
    /** What a document may contain next to the policy: tests of it, which the reader of suites reads. */
    public static final List<String> TESTS = List.of("defaults", "tests");

    private PolicyReader() {}

    /**
     * The policies of {@code source}, at least one. All their errors are reported at once.
     *
     * @param kinds the kinds of controls that rule templates define, by name
     */
    public static Outcome<List<Policy>> read(SourceFile source, Map<String, ControlKind> kinds) {
        Outcome<List<YamlNode>> documents = YamlReader.read(source);
        if (documents.value().isEmpty()) {
            return Outcome.failed(documents.diagnostics());
        }
        List<Diagnostic> problems = new ArrayList<>(documents.diagnostics());
        List<Policy> policies = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode document : documents.value().get()) {
            if (!document.isNull()) {
                UnprintableCharacters.report(document, Set.copyOf(TESTS), problems);
                MappingReader.of(source, document, "a policy", problems)
                        .flatMap(reader -> policy(source, reader, names, kinds))
                        .ifPresent(policies::add);
            }
        }
        if (problems.stream().anyMatch(d -> d.severity() == Severity.ERROR)) {
            return Outcome.failed(problems);
        }
        return policies.isEmpty()
                ? Outcome.failed(Diagnostic.error(
                                "no-policy", "the file does not contain a policy", new Location(source, Span.at(0)))
                        .withHint("a policy starts with apiVersion: " + API_VERSION + " and kind: " + KIND))
                : Outcome.of(policies, problems);
    }

    private static Optional<Policy> policy(
            SourceFile source, MappingReader document, Set<String> names, Map<String, ControlKind> kinds) {
        document.require("apiVersion", "kind", "metadata", "spec");
        document.choice("apiVersion", Map.of(API_VERSION, API_VERSION));
        document.choice("kind", Map.of(KIND, KIND));
        Optional<String> name = document.mapping("metadata").flatMap(metadata -> name(metadata, names));
        Optional<Policy> policy =
                document.mapping("spec").flatMap(spec -> new SpecReader(source, spec, kinds).read(name.orElse("")));
        TESTS.forEach(document::node);
        document.finish();
        return policy;
    }

    private static Optional<String> name(MappingReader metadata, Set<String> names) {
        metadata.require("name");
        Optional<String> name = metadata.string("name").map(given -> {
            if (!NameSyntax.isPolicyName(given.value())) {
                metadata.error(
                        given.span(),
                        "bad-name",
                        "\"" + given.value() + "\" is not a valid name for a policy",
                        "use at most 63 lower-case letters, digits and -, and start with a letter");
            } else if (!names.add(given.value())) {
                metadata.error(given.span(), "duplicate-name", "another policy is named \"" + given.value() + "\"");
            }
            return given.value();
        });
        metadata.finish();
        return name;
    }
}
