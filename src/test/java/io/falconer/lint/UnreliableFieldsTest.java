package io.falconer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Shared;
import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.LoadedRules;
import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which fields a version reads wrongly, and that the hint says what every version reads right. */
class UnreliableFieldsTest {
    /** What {@code exists} reads first, and what to write instead. Between them stands what overwrites it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            k8s_audit | jevt.value[/a] exists and jevt.value[/b] = x and not jevt.value[/a] = y | jevt.value[/a] startswith ""
            k8s_audit | (not jevt.value[/a] exists or jevt.value[/b] = x) and jevt.value[/a] = y | jevt.value[/a] startswith ""
            k8s_audit | json.value[/a] exists and json.value[/b] exists and json.value[/a] = y | json.value[/a] startswith ""
            k8s_audit | ka.uri.param[a] exists and ka.uri.param[b] = x and ka.uri.param[a] = y | ka.uri.param[a] startswith ""
            k8s_audit | ka.req.pod.containers.image[0] exists and ka.req.pod.containers.image[1] in (x) \
            and ka.req.pod.containers.image[0] in (y) | len(ka.req.pod.containers.image[0]) >= 0
            syscall | evt.type = open and container.name exists and k8s.ns.name = x and container.name = y | container.name startswith ""
            syscall | evt.type = open and container.privileged exists and container.name = x \
            and container.privileged = true | container.privileged in (true, false)
            syscall | evt.type = open and container.duration exists and container.name = x \
            and container.duration > 5 | container.duration >= 0
            syscall | evt.type = open and evt.arg.flags exists and evt.arg.name = x and evt.arg.flags = y | evt.arg.flags startswith ""
            """)
    void aValueThatExistsDoesNotKeep(String source, String condition, String instead) {
        for (Falco falco : Falco.ALL) {
            boolean isFaulty = falco.equals(Falco.V0_42_1) || falco.equals(Falco.V0_43_0);
            List<Diagnostic> found = unreliable(source, condition, falco);
            assertThat(found).as(falco.release()).hasSize(isFaulty ? 1 : 0);
            if (isFaulty) {
                String looked = found.getFirst().hint().orElseThrow().replaceAll(".* instead of ", "");
                assertThat(found.getFirst().hint()).contains("write " + instead + " instead of " + looked);
                String right = condition.replace(looked, instead);
                assertThat(right).isNotEqualTo(condition);
                Falco.ALL.forEach(other ->
                        assertThat(unreliable(source, right, other)).as(right).isEmpty());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jevt.value[/a] exists and not jevt.value[/a] = y and jevt.value[/b] = x",
                "jevt.value[/b] = x and jevt.value[/a] exists and not jevt.value[/a] = y",
                "not jevt.value[/a] = y and jevt.value[/a] exists and jevt.value[/b] = x and not jevt.value[/a] = z",
                "jevt.value[/a] exists and ka.verb = x and json.value[/b] = x and not jevt.value[/a] = y",
                "ka.verb exists and ka.uri = x and ka.verb = y",
                "jevt.value[/a] exists and jevt.value[/b] exists and jevt.value[/c] = x"
            })
    void whatEveryVersionReadsRight(String condition) {
        Falco.ALL.forEach(falco -> assertThat(unreliable("k8s_audit", condition, falco))
                .as(falco.release())
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ka.req.volume.hostpath[/a] = true        | ka.req.pod.volumes.hostpath intersects ("/a")
            not ka.req.volume.hostpath[/a*] = true   | jevt.value[/requestObject/spec/volumes/0/hostPath/path] startswith "/a"
            """)
    void aPathOfTheHostUpTo042(String condition, String instead) {
        assertThat(unreliable("k8s_audit", condition, Falco.V0_42_1))
                .extracting(found -> found.hint().orElseThrow())
                .containsExactly((condition.contains("*") ? "compare the path of each volume: " : "compare all paths: ")
                        + instead);
        assertThat(unreliable("k8s_audit", condition, Falco.V0_43_0)).isEmpty();
        Falco.ALL.forEach(
                falco -> assertThat(unreliable("k8s_audit", instead, falco)).isEmpty());
    }

    /** Falco 0.42.1 fires the first of these rules on an event that does not match it, and only the first. */
    @Test
    void theRecordedRuleIsFound() throws IOException {
        String rules = Files.readString(Shared.path("conformance-0.42/stale/rules.yaml"));
        assertThat(findings(rules, Falco.V0_42_1))
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .startsWith("rule \"exists, another, compared\": ");
        assertThat(findings(rules, Falco.V0_43_1)).isEmpty();
    }

    @Test
    void severalRulesWithOneMacroHaveOneFinding() {
        String rules = "- {macro: m, condition: 'jevt.value[/a] exists'}\n"
                + Stream.of("b", "c")
                        .map(field -> rule(
                                field, "k8s_audit", "m and jevt.value[/" + field + "] = x and not jevt.value[/a] = y"))
                        .collect(Collectors.joining());
        assertThat(findings(rules, Falco.V0_42_1))
                .extracting(found -> found.message() + " " + found.location().orElseThrow())
                .containsExactly(
                        "macro \"m\", in 2 rules: up to Falco 0.43.0, later comparisons of jevt.value[/a] may see the"
                                + " value of another field f:1:26");
    }

    private static List<Diagnostic> unreliable(String source, String condition, Falco falco) {
        return findings(rule("r", source, condition), falco);
    }

    private static String rule(String name, String source, String condition) {
        return "- {rule: %s, desc: d, condition: '%s', output: o, priority: INFO, source: %s}\n"
                .formatted(name, condition, source);
    }

    private static List<Diagnostic> findings(String rules, Falco falco) {
        LoadedRules loaded =
                LoadedRules.of(Stream.of(SourceFile.of("f", rules)), Emulation.of(falco), DefinitionFinder.NOWHERE);
        assertThat(loaded.results()).allMatch(LoadResult::successful);
        return Findings.of(loaded).stream()
                .filter(found -> found.code().equals("unreliable-field"))
                .toList();
    }
}
