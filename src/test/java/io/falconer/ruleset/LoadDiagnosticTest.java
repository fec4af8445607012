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

/** What people see of load issues: the cause in the file itself, and how to fix it. */
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
                .endsWith(
                        "hint: ka.verb is a field of source k8s_audit, and this rule's source is syscall; a rule for audit"
                                + " events says \"source: k8s_audit\"\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a %proc.nmae      | there is no field proc.nmae; did you mean "proc.name"?
                    %toupper(fd.nam)x | there is no field fd.nam; did you mean "fd.name"?
                    %ka.auditid       | ka.auditid is a field of source k8s_audit, and this rule's source is syscall; a rule for audit events says "source: k8s_audit"
                    %ka.user.name     | ka.user.name is a field of source k8s_audit, and this rule's source is syscall, which has user.name instead; a rule for audit events says "source: k8s_audit"
                    %what.is.this     | there is no field what.is.this; falconer fields lists all fields
                    50% of            | every % starts a field: an output cannot show a %
                    100%              | every % starts a field: an output cannot show a %
                    """)
    void anOutputIsMended(String output, String hint) {
        assertThat(shown(
                        "- {rule: r, desc: d, condition: evt.type = open, output: \"" + output + "\", priority: INFO}"))
                .contains("[LOAD_ERR_COMPILE_OUTPUT]\n")
                .endsWith("hint: " + hint + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    proc.cmdline not contains "he al"        | write `not proc.cmdline contains "he al"`
                    proc.name not in (a, b) and fd.num = 1   | write "not proc.name in (a, b)"
                    (proc.name not exists)                   | write "not proc.name exists"
                    proc.aname[1] !startswith a              | write "not proc.aname[1] startswith a"
                    proc.name is not in (a)                  | write "not proc.name in (a)"
                    proc.name NOT IN (a)                     | write "not proc.name in (a)"
                    not exists proc.name                     | write "not proc.name exists"
                    exists proc.name                         | write "proc.name exists"
                    proc.name is a                           | write "proc.name = a"
                    proc.name is not "a b"                   | write `proc.name != "a b"`
                    proc.name does not contain a             | write "not proc.name contains a"
                    proc.name like a*                        | write "proc.name glob a*"
                    proc.name matches ^a                     | write "proc.name regex ^a"
                    proc.name = a && fd.num = 1              | write "and"
                    proc.name = a AND fd.num = 1             | operators are in lower case: "and"
                    proc.name = (a, b)                       | "=" accepts one value; for several, write "proc.name in (...)"
                    proc.name != (a, b)                      | "!=" accepts one value; for several, write "not proc.name in (...)"
                    proc.cmdline contains (a, b)             | "contains" accepts one value; for several, write "proc.cmdline contains anyof (...)"
                    proc.name = a fd.num = 1                 | join the two checks with "and" or "or"
                    proc.cmdline not contains 'he al'        | write "not proc.cmdline contains 'he al'"
                    (proc.name = a) not fd.num = 1           | join the two checks with "and" or "or"
                    proc.name = tools                        | Falco puts the items of list "tools" in place of its name: write "in (tools)", and add quotes to items that contain blanks, commas, equal signs or parentheses
                    fd.sip = 10.0.0.0/8                      | fd.sip accepts addresses; compare networks with fd.snet: "fd.snet in (10.0.0.0/8)"
                    fd.cip in (evil.example)                 | fd.cip accepts addresses, fd.cnet networks such as 10.0.0.0/8; a host's name is compared with fd.cip.name
                    fd.sip in (tool)                         | there is no list "tool"; did you mean "tools"?
                    fd.sip in (servers_of_mine)              | fd.sip accepts addresses, fd.snet networks such as 10.0.0.0/8, fd.sip.name names of hosts; there is no list "servers_of_mine"
                    fd.sip startswith 10.                    | fd.sip accepts addresses; compare networks with fd.snet: "fd.snet in (10.0.0.0/8)"
                    fd.snet in (evil.example)                | fd.snet accepts networks such as 10.0.0.0/8; a host's name is compared with fd.sip.name
                    fd.snet in (10.0.0.1)                    | a network has a length, such as 10.0.0.1/32
                    fd.num in (tool)                         | there is no list "tool"; did you mean "tools"?
                    evt.type in (opnat)                      | did you mean "openat"?
                    fd.lport in (1-1024)                     | Falco has no ranges: write "fd.lport >= 1 and fd.lport <= 1024"
                    fd.sport = 80..90                        | Falco has no ranges: write "fd.sport >= 80 and fd.sport <= 90"
                    fd.num in (3:5)                          | Falco has no ranges: write "fd.num >= 3 and fd.num <= 5"
                    fd.sport = webby                         | a port is a number, or the name of a service such as https
                    fd.connected = yes                       | write true or false
                    fd.types = file                          | the field has several values: "in" requires all of them, "intersects" one of them
                    """)
    void aConditionIsMended(String condition, String hint) {
        assertThat(shown("- list: tools\n  items: [a, b]\n- rule: r\n  desc: d\n  condition: evt.type = execve and "
                        + condition + "\n  output: o\n  priority: INFO\n"))
                .contains("[LOAD_ERR_COMPILE_CONDITION]\n")
                .endsWith("hint: " + hint + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    fields: [proc.name, fd.name], values: [[a, b], [c]]     | 5:74 | for the fields proc.name, fd.name here are 1 value
                    fields: [proc.name, fd.name], values: [a]               | 5:65 | each of the values is a list, one value for each of the fields proc.name, fd.name: values: [[...], [...]]
                    fields: proc.name, values: [[a, b]]                     | 5:55 | "fields" is one field here, so its values are one list: [a, b]
                    fields: [proc.nmae], values: [[a]]                      | 5:35 | did you mean "proc.name"?
                    fields: [proc.name], comps: [contain], values: [[a]]    | 5:55 | did you mean "contains"?
                    fields: [proc.name], comps: [in], values: [[-t a]]      | 5:73 | Falco puts the values of an exception into the condition unchanged: write several as a list, [a, b], and one that contains blanks, commas, equal signs or parentheses with its own quotes, '"a b"'
                    """)
    void anExceptionIsMended(String exception, String place, String hint) {
        assertThat(shown("- rule: r\n  desc: d\n  condition: evt.type = execve\n  output: o\n  exceptions: [{name: x, "
                        + exception + "}]\n  priority: INFO\n"))
                .startsWith("r.yaml:" + place + ": error: ")
                .endsWith("hint: " + hint + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {rule: r, append: true, enabled: false}                             | "append: true" is for condition and exceptions only; write "override: {enabled: replace}" in its place
                    {rule: r, condition: and a, priority: INFO, override: {condition: append}} | add "priority: replace" to override
                    {rule: r, condition: proc.name = a, override: {condition: append}}  | start the appended text with "and" or "or"
                    {rule: other, enabled: false}                                       | it is defined below, at r.yaml:3:3; Falco reads from top to bottom
                    {rule: Terminal shell in container, enabled: false}                 | it is defined in Falco's own falco_rules.yaml: load that first
                    {macro: m, condition: or a, append: true}                           | define it in this file or in a file that is loaded earlier
                    {exception: r, name: a, values: [[a]]}                              | exceptions belong to a rule: "- rule: NAME" with "exceptions: [...]" and "override: {exceptions: append}"
                    {rul: a, desc: d}                                                   | did you mean "rule"?
                    """)
    void anItemIsMended(String item, String hint) {
        assertThat(shown("- {rule: r, desc: d, condition: evt.type = execve, output: o, priority: INFO}\n- " + item
                        + "\n- {rule: other, desc: d, condition: evt.type = execve, output: o, priority: INFO}\n"))
                .contains("hint: " + hint + "\n");
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
                        hint: the name of a field cannot contain a blank
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
                .endsWith(
                        "hint: it is defined below, at r.yaml:2:3; a macro may only use macros that are defined above it\n");
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
