package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.ruleset.Emulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    Path directory;

    @BeforeEach
    void rules() throws IOException {
        rule("good.yaml", "ka.verb = create");
        rule("bad.yaml", "ka.verb = create and undefined");
        rule("unused.yaml", "ka.verb = create");
        Files.writeString(directory.resolve("macro.yaml"), "- macro: undefined\n  condition: ka.verb = get\n");
        rule("vacuous.yaml", "not ka.target.name exists and not ka.target.name in (a)");
    }

    @Test
    void rulesThatLoadAreOk() {
        assertThat(Run.in(directory, "check", "good.yaml")).isEqualTo(new Run(0, "good.yaml: Ok\n", ""));
    }

    @Test
    void rulesThatDoNotLoadAreShownAsFalcoShowsThem() {
        assertThat(Run.in(directory, "check", "-r", "bad.yaml")).isEqualTo(new Run(3, """
                bad.yaml: Invalid
                1 Errors:
                In rules content: (bad.yaml:0:0)
                    rule 'bad.yaml': (bad.yaml:0:2)
                    condition expression: ("ka.verb = create ...":1:24)
                ------
                ka.verb = create and undefined
                                       ^
                ------
                LOAD_ERR_VALIDATE (Error validating rule/macro/list/exception objects): Undefined macro 'undefined' used in filter.
                """, ""));
    }

    @Test
    void filesSeeWhatEarlierOnesDefineUnlessEachIsJudgedByItself() {
        assertThat(Run.in(directory, "check", "macro.yaml", "bad.yaml").status())
                .isZero();
        Run isolated = Run.in(directory, "check", "--isolated", "macro.yaml", "bad.yaml");
        assertThat(isolated.status()).isEqualTo(3);
        assertThat(isolated.out()).startsWith("macro.yaml: Ok, with warnings\n").contains("\nbad.yaml: Invalid\n");
    }

    @Test
    void warningsAreFindingsOnlyIfAskedFor() {
        assertThat(Run.in(directory, "check", "macro.yaml").status()).isZero();
        assertThat(Run.in(directory, "check", "--fail-on=warning", "macro.yaml").status())
                .isEqualTo(1);
    }

    @Test
    void aClauseThatDecidesNothingIsAFinding() {
        Run run = Run.in(directory, "check", "vacuous.yaml");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("vacuous.yaml: Ok\nvacuous.yaml:3:44: error: rule \"vacuous.yaml\": the clause");
    }

    @Test
    void whatRulesMayRequireCanBeDeclared() throws IOException {
        Files.writeString(directory.resolve("requires.yaml"), """
                - required_engine_version: 0.50.0
                - required_plugin_versions:
                  - {name: k8saudit, version: 0.7.0, alternatives: [{name: k8saudit-eks, version: 0.4.0}]}
                """);
        assertThat(Run.in(directory, "check", "requires.yaml")).isEqualTo(new Run(0, "requires.yaml: Ok\n", ""));
        assertThat(Run.in(directory, "check", "--plugin", "k8saudit-eks:0.4.1", "requires.yaml")
                        .status())
                .isZero();
        assertThat(Run.in(directory, "check", "--plugin=json:0.7.4", "requires.yaml"))
                .isEqualTo(new Run(
                        3,
                        "Error: Plugin requirement not satisfied, must load one of: k8saudit (>= 0.7.0), k8saudit-eks (>= 0.4.0)\n",
                        ""));
        assertThat(Run.in(directory, "check", "--plugin=k8saudit:1.0.0", "requires.yaml")
                        .out())
                .isEqualTo("Error: Plugin 'k8saudit' version '1.0.0' is not compatible with required plugin version"
                        + " '0.7.0'\n");
        Run older = Run.in(directory, "check", "--falco-engine-version", "0.49.3", "requires.yaml");
        assertThat(older.status()).isEqualTo(3);
        assertThat(older.out())
                .contains("LOAD_ERR_VALIDATE")
                .contains("Rules require engine version 0.50.0, but engine version is 0.49.3");
    }

    @Test
    void falcoStopsAtTheFirstFileWhosePluginsAreNotThere() throws IOException {
        Files.writeString(
                directory.resolve("requires.yaml"), "- required_plugin_versions: [{name: other, version: 1.0.0}]\n");
        Run run = Run.in(directory, "check", "good.yaml", "requires.yaml", "bad.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out())
                .isEqualTo("good.yaml: Ok\n"
                        + "Error: Plugin requirement not satisfied, must load one of: other (>= 1.0.0)\n");
        JsonNode json = new JsonMapper()
                .readTree(Run.in(directory, "check", "-o", "json", "requires.yaml")
                        .out());
        assertThat(json.at("/falco_load_results/0/fatal").asText()).startsWith("Plugin requirement not satisfied");
        assertThat(json.at("/falco_load_results/0/successful").asBoolean()).isFalse();
    }

    @Test
    void whatIsNoVersionIsAnErrorOfUse() {
        for (String wrong : new String[] {
            "--plugin=json", "--plugin=:1.0.0", "--plugin=json:1.0", "--falco-engine-version=0.50", "--plugin=a:x"
        }) {
            assertThat(Run.in(directory, "check", wrong, "good.yaml").status())
                    .as(wrong)
                    .isEqualTo(2);
        }
        assertThat(Run.in(directory, "check", "--plugin=a:1.0.0", "--plugin=a:2.0.0", "good.yaml")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void theHelpNamesTheDefaultsThatAreInForce() {
        Emulation falco = Emulation.DEFAULT;
        String help = Run.in(directory, "check", "--help").out().replaceAll("\\s+", " ");
        assertThat(help).contains("Default: " + falco.engine() + ".");
        falco.plugins().forEach((name, version) -> assertThat(help).contains(name + ":" + version));
    }

    @Test
    void jsonHasFalcosShapeAndTheFindings() throws IOException {
        Run run = Run.in(directory, "check", "-o", "json", "macro.yaml", "vacuous.yaml");
        JsonNode root = new JsonMapper().readTree(run.out());
        JsonNode warning = root.at("/falco_load_results/0/warnings/0");
        assertThat(warning.path("code").asText()).isEqualTo("LOAD_UNUSED_MACRO");
        assertThat(warning.path("codedesc").asText()).startsWith("A macro is defined");
        assertThat(warning.at("/context/locations/1"))
                .hasToString("{\"item_name\":\"undefined\",\"item_type\":\"macro\",\"position\":"
                        + "{\"column\":2,\"line\":0,\"name\":\"macro.yaml\",\"offset\":2}}");
        assertThat(warning.at("/context/snippet").asText()).isEqualTo("- macro: undefined\n  ^\n");
        assertThat(root.at("/falco_load_results/1/successful").asBoolean()).isTrue();
        assertThat(root.at("/findings/0/code").asText()).isEqualTo("vacuous-clause");
        assertThat(root.at("/findings/0/location")).hasToString("{\"path\":\"vacuous.yaml\",\"line\":3,\"column\":44}");
    }

    private void rule(String file, String condition) throws IOException {
        Files.writeString(directory.resolve(file), """
                - rule: %s
                  desc: d
                  condition: %s
                  output: o
                  priority: INFO
                  source: k8s_audit
                """.formatted(file, condition));
    }
}
