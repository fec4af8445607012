package io.falconer.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.falconer.policy.ControlKind;
import io.falconer.policy.PolicyReader;
import io.falconer.suite.SuiteReader;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.Severity;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The schemas and the readers agree: over valid documents, and over each of them with one thing wrong. A schema may take
 * what its reader refuses only for the reasons that are listed, each of which is met here, and never refuses what its
 * reader takes.
 */
class SchemaAgreementTest {
    private static final Path OWN = Path.of("src/test/golden/schema");

    private final Map<String, ControlKind> kinds = Corpus.kinds();

    @Test
    void ofPolicies() throws IOException {
        List<OnlyTheReaderSees> reasons = new ArrayList<>(OnlyTheReaderSees.OF_POLICIES);
        reasons.add(OnlyTheReaderSees.OF_TESTS_IN_POLICIES);
        new Comparison(Schemas.policy(kinds), this::policies, reasons)
                .over(Corpus.policies(), Files.readString(OWN.resolve("policy-only-the-reader.yaml")));
    }

    /** The policies, and what is wrong with the tests in them. */
    private Outcome<?> policies(SourceFile text) {
        Outcome<?> policies = PolicyReader.read(text, kinds);
        Outcome<?> suites = SuiteReader.ofPolicies(text);
        return suites.value().isPresent() ? policies : suites;
    }

    @Test
    void ofSuites() throws IOException {
        new Comparison(Schemas.suite(), SuiteReader::read, OnlyTheReaderSees.OF_SUITES)
                .over(Corpus.suites(), Files.readString(OWN.resolve("suite-only-the-reader.yaml")));
    }

    private static final class Comparison {
        private final Schema schema;
        private final Function<SourceFile, Outcome<?>> reader;
        private final List<OnlyTheReaderSees> reasons;
        private final Set<String> disagreements = new TreeSet<>();
        private final Set<OnlyTheReaderSees> met = new HashSet<>();

        Comparison(String schema, Function<SourceFile, Outcome<?>> reader, List<OnlyTheReaderSees> reasons) {
            this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema, InputFormat.JSON);
            this.reader = reader;
            this.reasons = reasons;
        }

        void over(Map<String, String> valid, String refused) {
            assertThat(valid).hasSizeGreaterThan(3);
            valid.forEach((name, text) -> {
                assertThat(errors(text)).as(name).isEmpty();
                for (JsonNode document : EditorYaml.documents(text)) {
                    assertThat(schema.validate(document)).as(name).isEmpty();
                    for (Mutation mutation : Mutation.of(document)) {
                        String changed = mutation.document().toString();
                        compare(name + mutation.what(), errors(changed), mutation.document());
                    }
                }
            });
            for (String text : refused.split("---\n")) {
                List<Diagnostic> errors = errors(text);
                assertThat(errors).as(text).isNotEmpty();
                JsonNode document = EditorYaml.documents(text).getFirst();
                assertThat(schema.validate(document)).as(text).isEmpty();
                compare(text, errors, document);
            }
            assertThat(disagreements).isEmpty();
            assertThat(met).containsAll(reasons);
        }

        private void compare(String change, List<Diagnostic> errors, JsonNode document) {
            List<com.networknt.schema.Error> complaints = schema.validate(document);
            if (errors.isEmpty() && !complaints.isEmpty()) {
                disagreements.add("only the schema refuses " + change + ": " + complaints.getFirst());
            }
            if (complaints.isEmpty()) {
                for (Diagnostic error : errors) {
                    Optional<OnlyTheReaderSees> reason = reasons.stream()
                            .filter(each -> each.covers(error, change))
                            .findFirst();
                    reason.ifPresentOrElse(
                            met::add,
                            () -> disagreements.add("only the reader refuses " + change + ": " + error.code() + ": "
                                    + error.message()));
                }
            }
        }

        private List<Diagnostic> errors(String text) {
            return reader.apply(SourceFile.of("document.yaml", text)).diagnostics().stream()
                    .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                    .toList();
        }
    }
}
