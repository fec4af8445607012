package io.falconer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyscallFindingsTest {
    /** The rule that an article prints (docs/falco.md, section 8.3). */
    private static final String ARTICLE = "evt.type in (accept,listen) and (container.image!=myregistry/nginx or"
            + " proc.name!=nginx or k8s.ns.name!=\"load-balancer\")";

    @Test
    void theArticlesListenerRuleIsWrongInFourWays() {
        assertThat(findings(ARTICLE))
                .extracting(Diagnostic::code)
                .containsExactly("accept-without-accept4", "host-processes", "image-without-tag", "unknown-escapes");
    }

    @Test
    void itsSoundFormIsFine() {
        assertThat(findings("evt.type in (listen, accept, accept4) and container.id != host and not"
                        + " (container.image.repository = myregistry/nginx and proc.name = nginx and k8s.ns.name ="
                        + " load-balancer)"))
                .isEmpty();
    }

    @Test
    void theUnknownIsSaidWithTheFormThatCatchesIt() {
        Diagnostic finding = findings(ARTICLE).getLast();
        assertThat(finding.message())
                .isEqualTo("rule \"r\": \"k8s.ns.name != load-balancer\" is false if the field has no value, so an"
                        + " unknown value counts as expected");
        assertThat(finding.hint())
                .contains(
                        "to fire in this case too, write \"not (container.image = myregistry/nginx and proc.name = nginx and"
                                + " k8s.ns.name = load-balancer)\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evt.type = execve and proc.name = \u201Cnginx\u201D | typographic-quotes",
                "evt.type = execve and proc.name in (a, \u2018b\u2019) | typographic-quotes",
                "evt.type = execve and container.id != host and container.image = nginx | image-without-tag",
                "evt.type = execve and container.image in (a:1, localhost:5000/nginx) | image-without-tag",
                "evt.type = accept | accept-without-accept4",
                "evt.type = execve and (container.image.repository != a or proc.pid = 1) | host-processes",
                "evt.type = execve and container.id != host and (proc.name != a or k8s.ns.name != b) | unknown-escapes",
                "evt.type = execve and proc.name = a and proc.name = b | impossible-clause",
                "evt.type in (execve, execveat) and (evt.type = listen and fd.num = 1) | impossible-clause",
                "evt.type = execve and (proc.name != a or proc.name != b) | vacuous-clause",
                "evt.type = execve and k8s.deployment.name = a | empty-field"
            })
    void whatFalcoLoadsInSilenceIsFound(String condition, String code) {
        assertThat(findings(condition)).extracting(Diagnostic::code).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evt.type = execve and proc.name = \"it\u2019s\"",
                "evt.type = execve and container.image = localhost:5000/nginx:1",
                "evt.type = execve and container.image startswith nginx and container.id != host",
                "evt.type = execve and container.image = nginx@sha256:0",
                "evt.type in (accept, accept4)",
                "evt.type in (accept) or evt.type = accept4",
                "not evt.type = accept and evt.type = execve",
                "evt.type = execve and container.image.repository != \"\" and (container.image.repository != a or proc.pid = 1)",
                "evt.type = execve and not container.image.repository in (a)",
                "evt.type = execve and k8s.ns.name = a and (container.image.repository != a or proc.pid = 1)",
                "evt.type = execve and k8s.ns.name exists and (proc.name != a or k8s.ns.name != b)",
                "evt.type = execve and (proc.name != a or fd.num != 1)",
                "evt.type = execve and (proc.name != a or proc.pname != b)",
                "evt.type = execve and proc.aname = a and proc.aname = b",
                "evt.type = listen and fd.port = 1 and fd.port = 2",
                "evt.type = execve and proc.name in (a, b) and proc.name in (b, c)",
                "evt.type = execve and proc.name = a and proc.pname = b",
                "evt.type = execve and (proc.name = a or proc.name = b)"
            })
    void whatIsMeantIsNotFound(String condition) {
        assertThat(findings(condition)).isEmpty();
    }

    @Test
    void theQuotesArePointedAt() {
        assertThat(findings("evt.type = execve and proc.name = \u201Cnginx\u201D")
                        .getFirst()
                        .location())
                .hasToString("Optional[f:3:48]");
    }

    /** Tens of thousands of mistakes, each to be found in a megabyte of text. */
    @Test
    @Timeout(20)
    void ofManyFindingsTheFirstOnesAreReported() {
        String many = IntStream.range(0, 20_000)
                .mapToObj(i -> "(container.image != i%1$d and not (proc.name != \u201Cx%1$d\u201D))".formatted(i))
                .collect(Collectors.joining(" or "));
        assertThat(findings("evt.type = execve and container.id != host and (" + many + ")"))
                .hasSize(2 * Findings.MOST)
                .extracting(Diagnostic::code)
                .contains("image-without-tag", "typographic-quotes");
    }

    private static List<Diagnostic> findings(String condition) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        LoadResult result = loader.load(SourceFile.of("f", """
                - rule: r
                  desc: d
                  condition: %s
                  output: o
                  priority: INFO
                """.formatted(condition)));
        assertThat(result.errors()).isEmpty();
        return Findings.of(loader.loaded());
    }
}
