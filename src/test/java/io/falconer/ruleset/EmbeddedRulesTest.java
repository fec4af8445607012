package io.falconer.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules within other files are read, and what is wrong with them is shown where it stands. */
class EmbeddedRulesTest {
    /** A carrier, and where it has the field that does not exist. */
    private record Carrier(String title, String place, String text) {
        @Override
        public String toString() {
            return title;
        }
    }

    private static final String ITEM =
            "{rule: R, desc: d, condition: evt.type = execve and proc.nme = a, output: o, priority: INFO}";

    static List<Carrier> carriers() {
        return List.of(
                new Carrier("Helm values", "f.yaml:3:59", "customRules:\n  my.yaml: |-\n    - " + ITEM + "\n"),
                new Carrier(
                        "values of a chart around it",
                        "f.yaml:4:61",
                        "falco:\n  customRules:\n    my.yaml: |\n      - " + ITEM + "\n"),
                new Carrier(
                        "a comment after the indicator",
                        "f.yaml:3:59",
                        "customRules:\n  my.yaml: | # mine\n    - " + ITEM + "\n"),
                new Carrier(
                        "text before and after",
                        "f.yaml:5:59",
                        "a: é\ncustomRules:\n  my.yaml: |-\n    # mine\n    - " + ITEM + "\nb: 2\n"),
                new Carrier("CR LF", "f.yaml:3:59", "customRules:\r\n  my.yaml: |-\r\n    - " + ITEM + "\r\n"),
                new Carrier(
                        "a ConfigMap",
                        "f.yaml:6:59",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  falco_rules.local.yaml: |\n    - "
                                + ITEM + "\n"),
                new Carrier(
                        "a ConfigMap next to a configuration",
                        "f.yaml:6:59",
                        "kind: ConfigMap\ndata:\n  falco.yaml: |\n    rules_files: [a]\n  z.yaml: |\n    - " + ITEM
                                + "\n"),
                new Carrier(
                        "a ConfigMap among other objects",
                        "f.yaml:6:59",
                        "kind: Namespace\n---\nkind: ConfigMap\ndata:\n  a.yaml: |\n    - " + ITEM + "\n"),
                new Carrier(
                        "a list of objects",
                        "f.yaml:6:63",
                        "kind: List\nitems:\n  - kind: ConfigMap\n    data:\n      a.yaml: |\n        - " + ITEM
                                + "\n"),
                new Carrier(
                        "a ConfigMap in JSON",
                        "f.yaml#a.yaml:1:55",
                        "{\"kind\": \"ConfigMap\", \"data\": {\"a.yaml\": \"- " + ITEM + "\\n\"}}"),
                new Carrier(
                        "a text in quotes",
                        "f.yaml#a.yaml:2:55",
                        "kind: ConfigMap\ndata:\n  a.yaml: \"# mine\\n- " + ITEM + "\\n\"\n"),
                new Carrier(
                        "a Rulesfile with a text",
                        "f.yaml:4:59",
                        "kind: Rulesfile\nspec:\n  inlineRules: |\n    - " + ITEM + "\n"),
                new Carrier(
                        "a Rulesfile with a list",
                        "f.yaml:4:59",
                        "kind: Rulesfile\nspec:\n  inlineRules:\n    - " + ITEM + "\n"),
                new Carrier(
                        "a release that installs the chart",
                        "f.yaml:6:63",
                        "kind: HelmRelease\nspec:\n  values:\n    customRules:\n      a.yaml: |\n        - " + ITEM
                                + "\n"),
                new Carrier(
                        "two documents in a text",
                        "f.yaml#a.yaml:3:55",
                        "customRules:\n  a.yaml: |\n    []\n    ---\n    - " + ITEM + "\n"));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void whatIsWrongIsShownWhereItStands(Carrier carrier) {
        List<RulesText> texts = EmbeddedRules.in(SourceFile.of("f.yaml", carrier.text()));
        assertThat(texts).hasSize(1);
        LoadResult result = new RuleLoader(Emulation.DEFAULT).load(RulesDocuments.Document.of(texts.getFirst()));
        assertThat(result.errors()).hasSize(1);
        Diagnostic error = result.errors().getFirst().diagnostic();
        assertThat(error.message()).endsWith("nonexistent field proc.nme");
        assertThat(error.location().orElseThrow()).hasToString(carrier.place());
    }

    @Test
    void aRulesFileIsItself() {
        SourceFile file = SourceFile.of("f.yaml", "- rule: R\n  desc: 'of kind: ConfigMap'\n");
        assertThat(EmbeddedRules.in(file)).containsExactly(new RulesText("f.yaml", file, file));
    }

    @Test
    void textsLoadInTheOrderOfTheirNames() {
        assertThat(EmbeddedRules.in(SourceFile.of(
                                "f.yaml",
                                "customRules:\n  b.yaml: '- macro: b'\n  a.yaml: '- macro: a'\n  c.txt: a text\n"))
                        .stream()
                        .map(RulesText::name)
                        .collect(Collectors.joining(", ")))
                .isEqualTo("f.yaml (a.yaml), f.yaml (b.yaml)");
    }
}
