package io.falconer.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * The schemas and the readers agree: over valid documents, and over them with one thing wrong. A schema may accept what its
 * reader refuses only for the reasons that are listed, each of which is met here, and never refuses what its reader accepts.
 *
 * <p>Reading is what costs time here. So a change is made once for all {@linkplain Mutation#alike places that are alike}, in the
 * smallest document that has one.
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
        Outcome<?> suites = SuiteReader.ofPolicies(text);
        return suites.value().isPresent() ? PolicyReader.read(text, kinds) : suites;
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
        private final Set<String> compared = new HashSet<>();

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
                    assertThat(complaints(document)).as(name).isEmpty();
                    sections(document).forEach(section -> change(name, section));
                    change(name, document);
                }
            });
            for (String text : refused.split("---\n")) {
                List<Diagnostic> errors = errors(text);
                assertThat(errors).as(text).isNotEmpty();
                JsonNode document = EditorYaml.documents(text).getFirst();
                assertThat(complaints(document)).as(text).isEmpty();
                compare(text, errors, document);
            }
            assertThat(disagreements).isEmpty();
            assertThat(met).containsAll(reasons);
        }

        /** The document with one of its controls or tests at a time, where it is valid by itself: soon read. */
        private List<JsonNode> sections(JsonNode document) {
            List<JsonNode> sections = new ArrayList<>();
            for (String list : List.of("/spec/controls", "/tests")) {
                for (JsonNode item : document.at(list)) {
                    JsonNode section = document.deepCopy();
                    ((ArrayNode) section.at(list)).removeAll().add(item);
                    if (section.path("spec") instanceof ObjectNode spec) {
                        spec.remove("exceptions"); // they speak of several controls
                    }
                    if (errors(section.toString()).isEmpty()
                            && complaints(section).isEmpty()) {
                        sections.add(section);
                    }
                }
            }
            return sections;
        }

        /** Compares over all changes of a document but those that are like one that has shown what it can. */
        private void change(String name, JsonNode document) {
            for (Mutation mutation : Mutation.of(document)) {
                if (!compared.contains(mutation.alike())) {
                    JsonNode changed = mutation.document();
                    if (compare(name + mutation.what(), errors(changed.toString()), changed)) {
                        compared.add(mutation.alike());
                    }
                }
            }
        }

        /** Whether that could show a disagreement: a reason why only the reader refuses it would hide one. */
        private boolean compare(String change, List<Diagnostic> errors, JsonNode document) {
            List<com.networknt.schema.Error> complaints = complaints(document);
            if (errors.isEmpty() && !complaints.isEmpty()) {
                disagreements.add("only the schema refuses " + change + ": " + complaints.getFirst());
            }
            boolean shown = errors.isEmpty();
            for (Diagnostic error : errors) {
                Optional<OnlyTheReaderSees> reason = reasons.stream()
                        .filter(each -> each.covers(error, change))
                        .findFirst();
                shown |= reason.isEmpty();
                if (complaints.isEmpty()) {
                    reason.ifPresentOrElse(
                            met::add,
                            () -> disagreements.add("only the reader refuses " + change + ": " + error.code() + ": "
                                    + error.message()));
                }
            }
            return shown;
        }

        private List<com.networknt.schema.Error> complaints(JsonNode document) {
            return schema.validate(document);
        }

        private List<Diagnostic> errors(String text) {
            return reader.apply(SourceFile.of("document.yaml", text)).diagnostics().stream()
                    .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                    .toList();
        }
    }
}
