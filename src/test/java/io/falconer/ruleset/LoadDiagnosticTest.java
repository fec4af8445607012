package io.falconer.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.text.Snippet;
import io.falconer.text.SourceFile;
import io.falconer.text.Style;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see of load issues: the culprit in the file itself, and how to mend it. */
class LoadDiagnosticTest {
    @Test
    void aFoldedConditionIsMarkedWhereItIsWrong() {
        assertThat(shown("""
                        - rule: r
                          desc: d
                          condition: >
                            evt.type = open and
                            proc.nmae = cat
                          output: o
                          priority: INFO
                        """)).isEqualTo("""
                        r.yaml:5:5: error: filter_check called with nonexistent field proc.nmae [LOAD_ERR_COMPILE_CONDITION]
                          5 |     proc.nmae = cat
                            |     ^^^^^^^^^
                        hint: did you mean "proc.name"?
                        """);
    }

    @Test
    void whatIsWrongInAMacroIsMarkedThere() {
        assertThat(shown("""
                        - {macro: m, condition: proc.nmae = cat}
                        - {rule: r, desc: d, condition: evt.type = open and m, output: o, priority: INFO}
                        """)).startsWith("r.yaml:1:25: error: filter_check called with nonexistent field proc.nmae");
    }

    @Test
    void aFieldOfTheOtherSourceIsToldApart() {
        assertThat(shown("- {rule: r, desc: d, condition: ka.verb = get, output: o, priority: INFO}"))
                .endsWith("hint: it is a field of source k8s_audit; this rule's source is syscall\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a %proc.nmae      | did you mean "proc.name"?
                    %toupper(fd.nam)x | did you mean "fd.name"?
                    %ka.verb          | it is a field of source k8s_audit; this rule's source is syscall
                    %what.is.this     | falconer fields lists the fields that there are
                    50% of            | every % begins a field: no output can show one
                    100%              | every % begins a field: no output can show one
                    """)
    void anOutputIsMended(String output, String hint) {
        assertThat(shown(
                        "- {rule: r, desc: d, condition: evt.type = open, output: \"" + output + "\", priority: INFO}"))
                .contains("[LOAD_ERR_COMPILE_OUTPUT]\n")
                .endsWith("hint: " + hint + "\n");
    }

    @Test
    void typographicQuotesAreNamed() {
        assertThat(shown("""
                - rule: r
                  desc: d
                  condition: evt.type = listen and k8s.ns.name != “load balancer”
                  output: o
                  priority: WARNING
                """)).endsWith("hint: write straight quotes: \" or '\n");
    }

    @Test
    void aBlankWithinAFieldIsNamed() {
        assertThat(shown("- {rule: r, desc: d, condition: evt.type = listen and container. image != a, output: o,"
                        + " priority: INFO}"))
                .isEqualTo("""
                        r.yaml:1:64: error: unexpected token after 'container', expecting 'or', 'and' [LOAD_ERR_COMPILE_CONDITION]
                          1 | ...: evt.type = listen and container. image != a, output: o, priority: ...
                            |                                     ^
                        hint: a field's name holds no blank
                        """);
    }

    @Test
    void anUndefinedMacroIsMarkedInItsCondition() {
        assertThat(shown("""
                        - {macro: is_shell, condition: proc.name in (bash)}
                        - {rule: r, desc: d, condition: evt.type = open and is_shel, output: o, priority: INFO}
                        """)).isEqualTo("""
                        r.yaml:2:53: error: Undefined macro 'is_shel' used in filter. [LOAD_ERR_VALIDATE]
                          2 | ..., condition: evt.type = open and is_shel, output: o, priority: INFO}
                            |                                     ^^^^^^^
                        hint: did you mean "is_shell"?
                        """);
    }

    @Test
    void aMacroDefinedBelowIsNamed() {
        assertThat(shown("- {macro: a, condition: b}\n- {macro: b, condition: evt.type = open}\n"))
                .endsWith("hint: it is defined below; a macro may use only macros defined above it\n");
    }

    @Test
    void anUnknownKeyIsMarked() {
        assertThat(shown("- {macro: m, conditon: a, condition: evt.type = open}\n"))
                .startsWith("""
                        r.yaml:1:14: warning: Unknown key 'conditon'. The key will be ignored. [LOAD_UNKNOWN_KEY]
                          1 | - {macro: m, conditon: a, condition: evt.type = open}
                            |              ^^^^^^^^
                        hint: did you mean "condition"?
                        """);
    }

    @Test
    void listsBeforeTheCulpritDoNotHideIt() {
        assertThat(shown("""
                        - {list: l, items: [a, b]}
                        - {rule: r, desc: d, condition: evt.type = open and proc.name in (l) and 'a, output: o, priority: INFO}
                        """)).startsWith("r.yaml:2:74: error: ");
    }

    @Test
    void aNameNearlyRightIsFound() {
        assertThat(shown(
                        "- {rule: Shell in container, desc: d, condition: evt.type = open, output: o, priority: INFO}\n"
                                + "- {rule: Shell in contianer, condition: and m, override: {condition: append}}\n"))
                .endsWith("hint: did you mean \"Shell in container\"?\n");
        assertThat(shown("- {rule: r, desc: d, condition: a, output: o, priority: WARN}"))
                .endsWith("hint: one of EMERGENCY, ALERT, CRITICAL, ERROR, WARNING, NOTICE, INFORMATIONAL, DEBUG\n");
        assertThat(shown("- {rule: r, desc: d, condition: a, output: o, priority: INFO, source: k8saudit}"))
                .endsWith("hint: did you mean \"k8s_audit\"?\n");
    }

    @Test
    void whereFalcoWouldAbortLaterThereIsAnError() {
        assertThat(
                        shown(
                                "- {rule: r, desc: d, condition: 'ka.req.volume.hostpath[\"\"] = \"true\"', output: o, priority: INFO, source: k8s_audit}"))
                .startsWith("r.yaml:1:34: error: Falco accepts ka.req.volume.hostpath[\"\"]");
        assertThat(
                        shown(
                                "- {rule: r, desc: d, condition: ka.verb = get, output: 'x %len(ka.req.volume.hostpath[\"\"])', priority: INFO, source: k8s_audit}"))
                .contains("error: Falco accepts ka.req.volume.hostpath[\"\"]")
                .contains("LOAD_ERR_COMPILE_OUTPUT");
    }

    private static String shown(String text) {
        LoadResult result = new RuleLoader(Emulation.DEFAULT).load(SourceFile.of("r.yaml", text));
        return Stream.concat(result.errors().stream(), result.warnings().stream())
                .map(issue -> Snippet.of(issue.diagnostic(), Style.PLAIN))
                .collect(Collectors.joining());
    }
}
