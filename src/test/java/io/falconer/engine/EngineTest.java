package io.falconer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconer.event.DocumentPaths;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleLoader;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.SourceFile;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final String RULES = """
            - rule: first
              desc: d
              condition: ka.verb = get
              output: verb=%ka.verb
              priority: INFO
              source: k8s_audit
            - rule: disabled
              desc: d
              condition: ka.verb = get
              output: o
              priority: INFO
              source: k8s_audit
              enabled: false
            - rule: debug
              desc: d
              condition: ka.verb = get
              output: o
              priority: DEBUG
              source: k8s_audit
            - rule: last
              desc: d
              condition: ka.verb = get
              output: o
              priority: EMERGENCY
              source: k8s_audit
            """;

    private static final String GET = "{\"kind\":\"Event\",\"auditID\":\"1\",\"verb\":\"get\","
            + "\"stageTimestamp\":\"2024-01-02T16:04:05.5Z\"}";

    @Test
    void everyEnabledRuleAlertsInOrderOfDefinition() {
        assertThat(alerts(RULES, RuleMatching.ALL, Priority.DEBUG, GET)).containsExactly("first", "debug", "last");
    }

    /** A few bytes of rules and of an event could fill any memory. */
    @Test
    void whatRulesMakeOfAnEventIsBounded() {
        String groups = "\"g\",".repeat(2_000) + "\"g\"";
        String event = GET.replace(
                "\"verb\"",
                "\"user\":{\"username\":\"" + "u".repeat(100_000) + "\",\"groups\":[" + groups + "]},\"verb\"");
        String rules = """
                - rule: join
                  desc: d
                  condition: join(ka.user.name, ka.user.groups) exists
                  output: o
                  priority: INFO
                  source: k8s_audit
                - rule: concat
                  desc: d
                  condition: concat(%1$s) exists
                  output: o
                  priority: INFO
                  source: k8s_audit
                - rule: output
                  desc: d
                  condition: ka.verb = get
                  output: "%2$s"
                  priority: INFO
                  source: k8s_audit
                """.formatted("ka.user.name, ".repeat(199) + "ka.user.name", "%ka.user.name".repeat(200));
        assertThat(Engine.of(load(rules), RuleMatching.ALL, Priority.DEBUG).evaluate(event(event)))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.rule().name()).isEqualTo("output");
                    assertThat(alert.message()).hasSize(1 << 24);
                });
    }

    @Test
    void onlyRulesThatMayAlertSayWhatOfEventsIsRead() {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        loader.load(SourceFile.of("r", RULES + """
                - rule: all of it
                  desc: d
                  condition: ka.verb = get
                  output: "%jevt.obj"
                  priority: INFO
                  source: k8s_audit
                  enabled: false
                """));
        assertThat(Engine.of(loader.ruleSet(), RuleMatching.ALL, Priority.INFORMATIONAL)
                        .documentPaths())
                .isEqualTo(DocumentPaths.of("verb").and(DocumentPaths.of("auditID")));
    }

    @Test
    void theFirstDefinedRuleWinsWhateverItsPriority() {
        assertThat(alerts(RULES, RuleMatching.FIRST, Priority.DEBUG, GET)).containsExactly("first");
    }

    @Test
    void rulesBelowTheMinimumPriorityNeverAlert() {
        assertThat(alerts(RULES, RuleMatching.ALL, Priority.INFORMATIONAL, GET)).containsExactly("first", "last");
        assertThat(alerts(RULES, RuleMatching.ALL, Priority.ALERT, GET)).containsExactly("last");
    }

    @Test
    void rulesOfAnotherSourceAreNotTried() {
        String event = "{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"open\"}}";
        assertThat(alerts(RULES, RuleMatching.ALL, Priority.DEBUG, event)).isEmpty();
    }

    /** Falco's index takes "not evt.type exists" for a rule that no event can match, and never tries it. */
    @Test
    void syscallRulesAreTriedOnTheTypesThatFalcosIndexGives() {
        String event = "{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"open\",\"proc.name\":\"cat\"}}";
        assertThat(syscall("evt.type = open", event)).isTrue();
        assertThat(syscall("evt.type in (openat, open) and proc.name = cat", event))
                .isTrue();
        assertThat(syscall("not evt.type = openat", event)).isTrue();
        assertThat(syscall("proc.name = cat", event)).isTrue();
        assertThat(syscall("evt.num = 0 or proc.name = cat and evt.num < 1", event))
                .isFalse();
        assertThat(syscall("not concat(proc.name, \"x\") = y", event)).isFalse();
        assertThat(syscall("not concat(\"x\", proc.name) = y", event)).isTrue();
    }

    @Test
    void explainsEveryPartEvenWhereTheVerdictIsClear() {
        RuleSet rules = load(rule("k8s_audit", "ka.verb = list and (ka.user.name exists or not ka.verb in (get))"));
        Engine engine = Engine.of(rules, RuleMatching.ALL, Priority.DEBUG);
        Explanation explanation = engine.explain(rules.rules().getFirst(), event(GET));
        assertThat(show(explanation)).isEqualTo("""
                And false
                  Comparison false [Text[text=get]]
                  Or false
                    Exists false [NONE]
                    Not false
                      Comparison true [Text[text=get]]
                """);
    }

    @Test
    void explainsRightSidesToo() {
        RuleSet rules = load(rule("k8s_audit", "ka.verb = val(ka.stage)"));
        Engine engine = Engine.of(rules, RuleMatching.ALL, Priority.DEBUG);
        Explanation explanation = engine.explain(rules.rules().getFirst(), event(GET));
        assertThat(show(explanation)).isEqualTo("Comparison false [Text[text=get], NONE]\n");
    }

    @Test
    void explainsOnlyItsOwnRules() {
        Engine engine = Engine.of(load(RULES), RuleMatching.ALL, Priority.DEBUG);
        Rule other = load(RULES).rules().getFirst();
        assertThatThrownBy(() -> engine.explain(other, event(GET))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longChainsAndDeepNestingNeedLittleStack() {
        String chain = "ka.verb = x or ".repeat(20_000) + "ka.verb = get";
        assertThat(alerts(rule("k8s_audit", chain), RuleMatching.ALL, Priority.DEBUG, GET))
                .containsExactly("r");
        String nested = "not (ka.user.name exists or ".repeat(150) + "ka.verb = get" + ")".repeat(150);
        assertThat(alerts(rule("k8s_audit", nested), RuleMatching.ALL, Priority.DEBUG, GET))
                .containsExactly("r");
    }

    /** As Falco does by default, an output's missing values suppress nothing. */
    @Test
    void writesAlertsAsFalcoPrintsThem() {
        String text = rule("k8s_audit", "ka.verb exists")
                .replace("output: o", "output: a \"b\" %ka.stage %5ka.verb| %2ka.verb");
        Engine engine = Engine.of(load(text), RuleMatching.ALL, Priority.DEBUG);
        Alert alert = engine.evaluate(event(GET)).getFirst();
        assertThat(new AlertText(ZoneOffset.ofHours(1), false).line(alert))
                .isEqualTo("17:04:05.500000000: Informational a \\\"b\\\" <NA> get  | ge");
        assertThat(new AlertJson("host", ZoneOffset.UTC).object(alert))
                .isEqualTo(
                        "{\"hostname\":\"host\",\"output\":\"16:04:05.500000000: Informational a \\\"b\\\" <NA> get  |"
                                + " ge\",\"output_fields\":{\"evt.time\":1704211445500000000,\"ka.stage\":null,\"ka.verb\":\"get\"},"
                                + "\"priority\":\"Informational\",\"rule\":\"r\",\"source\":\"k8s_audit\",\"tags\":[],"
                                + "\"time\":\"2024-01-02T16:04:05.500000000Z\"}");
    }

    @Test
    void numbersWithoutASignStayGreatInJson() {
        String text = rule("syscall", "evt.type = open")
                .replace("output: o", "output: '%evt.rawtime %evt.rawres %proc.exe_ino.ctime %evt.rawarg.size'");
        String event = "{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"open\",\"evt.rawtime\":18446744073709551615,"
                + "\"evt.rawres\":-2,\"proc.exe_ino.ctime\":9223372036854775808,\"evt.rawarg.size\":4294967295}}";
        Alert alert = Engine.of(load(text), RuleMatching.ALL, Priority.DEBUG)
                .evaluate(event(event))
                .getFirst();
        assertThat(alert.message()).isEqualTo("18446744073709551615 -2 9223372036854775808 4294967295");
        assertThat(new AlertJson("host", ZoneOffset.UTC).object(alert))
                .contains("\"evt.rawarg.size\":4294967295,\"evt.rawres\":-2,\"evt.rawtime\":18446744073709551615,"
                        + "\"evt.time\":18446744073709551615,\"proc.exe_ino.ctime\":9223372036854775808}");
    }

    private static boolean syscall(String condition, String event) {
        return !alerts(rule("syscall", condition), RuleMatching.ALL, Priority.DEBUG, event)
                .isEmpty();
    }

    private static List<String> alerts(String rules, RuleMatching matching, Priority minimum, String event) {
        return Engine.of(load(rules), matching, minimum).evaluate(event(event)).stream()
                .map(alert -> alert.rule().name())
                .toList();
    }

    private static String rule(String source, String condition) {
        return "- rule: r\n  desc: d\n  condition: '" + condition + "'\n  output: o\n  priority: INFO\n  source: "
                + source + "\n";
    }

    private static RuleSet load(String text) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        assertThat(loader.load(SourceFile.of("rules.yaml", text)).errors()).isEmpty();
        return loader.ruleSet();
    }

    private static Event event(String line) {
        return new EventReader().read("events", line).getFirst();
    }

    private static String show(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        show(explanation, 0, text);
        return text.toString();
    }

    private static void show(Explanation explanation, int depth, StringBuilder text) {
        text.append("  ".repeat(depth))
                .append(explanation.expression().getClass().getSimpleName())
                .append(' ')
                .append(String.valueOf(explanation.holds()).toLowerCase(Locale.ROOT));
        if (!explanation.readings().isEmpty()) {
            text.append(' ')
                    .append(explanation.readings().stream()
                            .map(Explanation.Reading::value)
                            .toList());
        }
        text.append('\n');
        explanation.parts().forEach(part -> show(part, depth + 1, text));
    }
}
