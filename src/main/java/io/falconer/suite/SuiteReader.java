package io.falconer.suite;

import io.falconer.policy.PolicyReader;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads suites strictly: every key must be known, every value must have its kind. Files that a suite names are not opened.
 *
 * <p>Codes besides those of {@link MappingReader}: {@code no-tests}, {@code no-rules}, {@code duplicate-test},
 * {@code missing-event}, {@code bad-cases}, {@code bad-when}, {@code unknown-variable}, {@code bad-regex}, {@code too-deep}.
 */
public final class SuiteReader {
    /** The version of the format. */
    public static final String API_VERSION = "falconer/v1alpha1";
    /** The kind of a suite's document. */
    public static final String KIND = "RuleTest";

    private SuiteReader() {}

    /**
     * The suites of a file, one for each document, or all its errors. A document with a policy is the suite of the
     * {@code tests} that it contains.
     */
    public static Outcome<List<Suite>> read(SourceFile source) {
        Outcome<List<Suite>> suites = suites(source, document -> !isPolicy(document) || isTested(document));
        return suites.value().filter(List::isEmpty).isEmpty()
                ? suites
                : Outcome.failed(Diagnostic.fileError("no-tests", source.name() + " does not contain a suite"));
    }

    /** The suites of the policies of a file that have {@code tests}. */
    public static Outcome<List<Suite>> ofPolicies(SourceFile source) {
        return suites(source, document -> isPolicy(document) && isTested(document));
    }

    private static boolean isPolicy(YamlNode document) {
        return document instanceof YamlNode.Mapping mapping
                && mapping.get("kind").orElse(mapping) instanceof YamlNode.Scalar kind
                && kind.text().equals(PolicyReader.KIND);
    }

    private static boolean isTested(YamlNode document) {
        return document instanceof YamlNode.Mapping mapping
                && PolicyReader.TESTS.stream().anyMatch(key -> mapping.get(key)
                        .filter(value -> !value.isNull())
                        .isPresent());
    }

    private static Outcome<List<Suite>> suites(SourceFile source, Predicate<YamlNode> wanted) {
        Outcome<List<YamlNode>> documents = YamlReader.read(source);
        if (documents.value().isEmpty()) {
            return Outcome.failed(documents.diagnostics());
        }
        List<Diagnostic> problems = new ArrayList<>();
        SuiteDocument reader = new SuiteDocument(source, problems);
        List<Suite> suites = new ArrayList<>();
        for (YamlNode document : documents.value().get()) {
            if (!document.isNull() && wanted.test(document)) {
                MappingReader.of(source, document, "a suite", problems)
                        .ifPresent(r -> suites.add(isPolicy(document) ? reader.inPolicy(r) : reader.suite(r)));
            }
        }
        List<Diagnostic> sorted =
                problems.stream().distinct().sorted(Diagnostic.ORDER).toList();
        return Outcome.unlessErrors(suites, sorted);
    }
}
