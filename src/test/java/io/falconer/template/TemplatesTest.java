package io.falconer.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Golden;
import io.falconer.condition.ConditionPrinter;
import io.falconer.policy.Argument;
import io.falconer.policy.ControlKind;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Templates that are wrong, next to what is said of them ({@link Golden}). */
class TemplatesTest {
    private static final Path GOLDEN = Path.of("src/test/golden/template");

    @Test
    void eachBuiltInTemplateIsOfTheControlThatItsFileIsCalledAfter() {
        assertThat(BuiltInTemplates.templates()).hasSize(9).allSatisfy((control, template) -> assertThat(
                        template.get().control())
                .isEqualTo(control));
        Map<String, ControlKind> kinds = Templates.builtIn().kinds();
        assertThat(kinds.keySet()).hasSize(8).doesNotContain(Templates.OVERFLOW);
        assertThat(kinds).allSatisfy((name, kind) -> assertThat(kinds).containsEntry(name, kind));
        assertThat(kinds).doesNotContainKey("Nothing");
        assertThat(kinds.get("Nothing")).isNull();
    }

    @Test
    void theBuiltInTemplatesSayNothingWrong() {
        assertThat(Templates.none().with(BuiltInTemplates.files().toList()).diagnostics())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> mistakes() throws IOException {
        return Golden.pairs(GOLDEN, TemplatesTest::reported);
    }

    private static String reported(String template) {
        Outcome<Templates> read = Templates.builtIn().with(List.of(SourceFile.of("template.yaml", template)));
        return read.diagnostics().stream()
                .map(d -> d.location().map(Object::toString).orElse("") + ": " + d.code() + ": " + d.message()
                        + d.hint().map(hint -> "\n  " + hint).orElse("") + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void aTemplateOfTheSameControlReplacesTheOneThatIsThere() {
        Templates templates = Templates.builtIn()
                .with(List.of(SourceFile.of("mine.yaml", template("proc.name = $name", "{name: text}"))))
                .value()
                .orElseThrow();
        assertThat(condition(templates, Map.of("name", new Argument.Text("x")))).isEqualTo("proc.name = \"x\"");
    }

    @Test
    void aConditionIsRepeatedForEachEntryAndWhatAnEntryLeavesOutRestrictsNothing() {
        Templates templates = Templates.builtIn()
                .with(List.of(SourceFile.of("mine.yaml", """
                                        apiVersion: falconer/v1alpha1
                                        kind: RuleTemplate
                                        metadata: {name: Mine}
                                        spec:
                                          source: syscall
                                          parameters: {allow: {ns: globs, name: text}}
                                          conditions:
                                          - {name: allowed, any: allow, condition: k8s.ns.name in ($ns) and proc.name = $name}
                                          rules:
                                          - {check: c, name: n, desc: d, condition: not allowed, output: o}
                                        """)))
                .value()
                .orElseThrow();
        Argument entries = new Argument.Entries(List.of(
                Map.of("ns", new Argument.Globs(List.of("a", "b-*")), "name", new Argument.Text("x")),
                Map.of("name", new Argument.Text("y"))));
        assertThat(condition(templates, Map.of("allow", entries)))
                .isEqualTo("not ((k8s.ns.name in (\"a\") or k8s.ns.name glob \"b-*\") and proc.name = \"x\""
                        + " or proc.name = \"y\")");
    }

    private static String template(String condition, String parameters) {
        return """
                apiVersion: falconer/v1alpha1
                kind: RuleTemplate
                metadata: {name: Mine}
                spec:
                  source: syscall
                  parameters: %s
                  rules:
                  - {check: c, name: n, desc: d, condition: '%s', output: o}
                """.formatted(parameters, condition);
    }

    private static String condition(Templates templates, Map<String, Argument> arguments) {
        Term term = templates
                .bind("Mine", arguments)
                .orElseThrow()
                .getFirst()
                .condition()
                .apply(ObjectPlace.of("/requestObject"));
        return term instanceof Term.Of of ? ConditionPrinter.printQuoted(of.expr()) : term.toString();
    }
}
