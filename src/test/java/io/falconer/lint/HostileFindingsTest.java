package io.falconer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Much of what is looked for takes time in proportion to it. */
@Timeout(30)
class HostileFindingsTest {
    private static final int MANY = 20_000;

    @Test
    void manyEndsOfConnections() {
        String clauses = joined(" and ", i -> "fd.lport != " + i);
        assertThat(findings(rule("evt.type = listen and " + clauses))).hasSize(Findings.MOST);
    }

    @Test
    void manyAlternativesWithoutParentheses() {
        String clauses = joined(" or ", i -> "fd.num = " + i + " and fd.num = 1");
        assertThat(findings(rule(clauses, "  warn_evttypes: false\n")))
                .singleElement()
                .matches(finding -> finding.message().length() < 1000);
    }

    @Test
    void manyNamesBesideManyLists() {
        String lists = joined("", i -> i % 100 == 0 ? "- {list: list_of_" + i + ", items: [a]}\n" : "");
        String names = joined(", ", i -> "some_name_" + i);
        assertThat(findings(lists + rule("evt.type = execve and proc.name in (" + names + ")")))
                .isEmpty();
    }

    @Test
    void manyComments() {
        String comments = joined("", i -> "# falconer:disable=any-ancestor x" + i + "\n");
        assertThat(findings(comments + rule("evt.type = execve and proc.aname != a")))
                .isEmpty();
        assertThat(findings(comments + rule("evt.type = execve"))).hasSize(100);
    }

    @Test
    void manyItemsWithComments() {
        String items = joined(
                "", i -> "- {macro: m" + i + ", condition: proc.aname != a} # falconer:disable=any-ancestor x\n");
        assertThat(findings(items + rule("evt.type = execve and m1 and m2"))).isEmpty();
    }

    private static String joined(String separator, IntFunction<String> part) {
        return IntStream.range(0, MANY).mapToObj(part).collect(Collectors.joining(separator));
    }

    private static String rule(String condition) {
        return rule(condition, "");
    }

    private static String rule(String condition, String more) {
        return "- rule: r\n  desc: d\n  condition: " + condition + "\n  output: o\n  priority: INFO\n" + more;
    }

    private static List<Diagnostic> findings(String rules) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        assertThat(loader.load(SourceFile.of("f", rules)).errors()).isEmpty();
        return Findings.of(loader.loaded());
    }
}
