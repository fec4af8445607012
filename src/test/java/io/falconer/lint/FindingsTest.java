package io.falconer.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.Diagnostic;
import io.falconer.text.Severity;
import io.falconer.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTest {
    @Test
    void aClauseThatCanNeverBeFalseIsReportedWhereItStands() {
        List<Diagnostic> findings = findings(
                "ka.verb = create and not ka.target.subresource exists and not ka.target.subresource in (limits)");
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().code()).isEqualTo("vacuous-clause");
        assertThat(findings.getFirst().message())
                .isEqualTo("rule \"r\": the clause \"not ka.target.subresource in (limits)\" is always true"
                        + " because the condition also requires \"not ka.target.subresource exists\"");
        assertThat(findings.getFirst().location()).hasToString("Optional[f:3:72]");
    }

    @Test
    void theOtherClauseMayStandInAMacro() {
        assertThat(findings("pod and not ka.target.subresource in (limits)")).hasSize(1);
    }

    @Test
    void aClauseFromAMacroIsOnlyWarnedOf() {
        String macro = "- {macro: allowed, condition: ka.target.name exists}\n";
        String rule = "- {rule: r, desc: d, output: o, priority: INFO, source: k8s_audit, condition: '%s'}\n";
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        loader.load(SourceFile.of(
                "f",
                macro + "- {macro: named, condition: ka.target.name != x}\n"
                        + rule.formatted("named and not allowed")));
        assertThat(Findings.of(loader.loaded()))
                .extracting(Diagnostic::code, Diagnostic::severity)
                .containsExactly(tuple("impossible-clause", Severity.WARNING));
        assertThat(findings("ka.target.name != x and not ka.target.name exists"))
                .extracting(Diagnostic::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void aClauseThatCanNeverBeTrueIsReported() {
        assertThat(findings("pod and (ka.verb = get or ka.target.subresource = exec)"))
                .extracting(Diagnostic::code)
                .containsExactly("impossible-clause");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not ka.target.subresource in (limits)",
                "ka.target.subresource exists and not ka.target.subresource in (limits)",
                "not ka.target.subresource exists or not ka.target.subresource in (limits)",
                "not jevt.value[/a] exists and not jevt.value[/b] = 1"
            })
    void clausesThatDecideSomethingAreFine(String condition) {
        assertThat(findings(condition)).isEmpty();
    }

    @Test
    void fieldsThatTellNothingAreReported() {
        assertThat(findings("ka.sourceips intersects (192.0.2.1) or ka.req.pod.containers.eff_run_as_user in (0)"))
                .extracting(Diagnostic::code)
                .containsExactly("empty-field", "empty-field");
    }

    @Test
    void anAuditFieldIsOneThingAtATime() {
        assertThat(findings("ka.verb = get and ka.verb in (list, watch)"))
                .extracting(Diagnostic::code)
                .containsExactly("impossible-clause");
        assertThat(findings("ka.user.groups in (a) and ka.user.groups in (b)")).isEmpty();
    }

    private static List<Diagnostic> findings(String condition) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        LoadResult result = loader.load(SourceFile.of("f", """
                - rule: r
                  desc: d
                  condition: %s
                  output: o
                  priority: INFO
                  source: k8s_audit
                - macro: pod
                  condition: ka.target.resource = pods and not ka.target.subresource exists
                """.formatted(condition)));
        assertThat(result.errors()).isEmpty();
        return Findings.of(loader.loaded());
    }
}
